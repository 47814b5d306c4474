package org.muster.board.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.board.Board;
import org.muster.board.Situation;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.RollDesk;
import org.muster.emergency.web.EmergencyMessages;
import org.muster.emergency.web.EntryWords;
import org.muster.emergency.web.NeedRows;
import org.muster.emergency.web.RollWords;
import org.muster.identity.CurrentActor;
import org.muster.paper.Sheet;
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** The situation report of a day in words: the same on the screen and on paper. */
@ApplicationScoped
class SituationWords {

    /** What fits on a page; the board has all of it. */
    private static final int MOST_LINES = 8;

    private static final int LONGEST_LINE = 80;

    record CoverLine(String name, String needed, String held, String promised, String percent) {}

    /**
     * @param past what is not known of an earlier day; blank for now
     * @param more lines that do not fit on one page; blank where all do
     */
    record Report(
            String asOf,
            String past,
            String asks,
            List<String> needs,
            List<CoverLine> coverage,
            List<String> open,
            List<String> changes,
            String more) {

        public boolean now() {
            return past.isEmpty();
        }
    }

    private final Board board;
    private final BoardWords boardWords;
    private final EntryWords entryWords;
    private final NeedRows needs;
    private final RollDesk rolls;
    private final RollWords rollWords;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    SituationWords(
            Board board,
            BoardWords boardWords,
            EntryWords entryWords,
            NeedRows needs,
            RollDesk rolls,
            RollWords rollWords,
            CurrentActor actor,
            Language language,
            Clock clock) {
        this.board = board;
        this.boardWords = boardWords;
        this.entryWords = entryWords;
        this.needs = needs;
        this.rolls = rolls;
        this.rollWords = rollWords;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    private SituationMessages words() {
        return language.messages(SituationMessages.class);
    }

    private String moment(Instant at) {
        return Times.moment(at, language.zone(), language.locale(), clock.instant());
    }

    /** @param now whether it is as of this moment, of which more is known than of an earlier one */
    Report report(Situation situation, boolean now) {
        SituationMessages words = words();
        EmergencyId id = situation.emergency().id();
        List<String> changes = changes(situation);
        List<String> open = now ? open(id, situation.asOf()) : List.of();
        List<String> needed = now ? needs(id) : List.of();
        List<CoverLine> covered = now ? coverage(id) : List.of();
        int left = Stream.of(changes, open, needed, covered)
                .mapToInt(lines -> Math.max(0, lines.size() - MOST_LINES))
                .sum();
        return new Report(
                words.as_of(moment(situation.asOf())),
                now ? "" : words.past(),
                words.asks(
                        situation.count(Situation.Standing.PROMISED),
                        situation.count(Situation.Standing.WAITING_FOR_SUPPLIER),
                        situation.count(Situation.Standing.WAITING_FOR_OFFICE),
                        situation.count(Situation.Standing.GONE)),
                first(needed),
                first(covered),
                first(open),
                first(changes),
                left == 0 ? "" : words.more(left));
    }

    private static <T> List<T> first(List<T> lines) {
        return lines.stream().limit(MOST_LINES).toList();
    }

    private List<String> needs(EmergencyId id) {
        return needs.sums(id).stream()
                .map(sum -> words().need(
                                sum.area(),
                                sum.item(),
                                sum.amounts().isEmpty()
                                        ? words().no_figure()
                                        : sum.amounts().stream()
                                                .map(this::exact)
                                                .collect(Collectors.joining(" + ")),
                                Integer.toString(sum.institutions())))
                .toList();
    }

    /** What is covered least first. */
    private List<CoverLine> coverage(EmergencyId id) {
        return boardWords.coverage("", board.coverage(actor.get(), id)).stream()
                .sorted(Comparator.comparing(BoardWords.CoverRow::promisedWidth))
                .map(row -> new CoverLine(
                        row.name() + " · " + row.output(),
                        exact(row.needed()),
                        exact(row.held()),
                        exact(row.promised()),
                        row.promisedWidth() + "%"))
                .toList();
    }

    private String exact(Quantity quantity) {
        return Figures.exact(quantity, language.locale());
    }

    private List<String> open(EmergencyId id, Instant now) {
        return Stream.concat(
                        boardWords.owing("", board.owing(actor.get(), id, now), now).stream()
                                .map(row -> words().open_ask(row.who(), row.thing(), row.left())),
                        rolls.tasks(actor.get(), id).stream()
                                .filter(task -> task.doneAt().isEmpty())
                                .map(task -> rollWords.task("", task, now))
                                .map(task -> words().open_task(task.title(), task.owner())))
                .map(SituationWords::cut)
                .toList();
    }

    private List<String> changes(Situation situation) {
        EmergencyMessages said = language.messages(EmergencyMessages.class);
        List<String> lines = new ArrayList<>();
        situation
                .handOvers()
                .forEach(note ->
                        lines.add(moment(note.at()) + " · " + words().hand_over(note.from(), note.to(), note.open())));
        situation
                .changes()
                .forEach(entry -> lines.add(moment(entry.at())
                        + (entry.who().isEmpty() ? "" : " · " + entry.who())
                        + " · " + said.deed(entry.deed())
                        + (entry.detail().isEmpty() ? "" : " · " + entryWords.detail(entry.deed(), entry.detail()))));
        return lines.stream().map(SituationWords::cut).toList();
    }

    private static String cut(String line) {
        String flat = line.replaceAll("\\s+", " ");
        return flat.length() > LONGEST_LINE ? flat.substring(0, LONGEST_LINE - 1) + "…" : flat;
    }

    // ── Paper ───────────────────────────────────────────────────────────────────

    Sheet sheet(EmergencyView emergency, Report report) {
        SituationMessages words = words();
        BoardMessages columns = language.messages(BoardMessages.class);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(report.asOf());
        if (report.now()) {
            paragraphs.addAll(report.needs().isEmpty() ? List.of(words.needs_none()) : report.needs());
        } else {
            paragraphs.add(report.past());
        }
        paragraphs.add(report.asks());
        if (report.now()) {
            paragraphs.add(report.open().isEmpty() ? words.open_none() : words.open_title());
            paragraphs.addAll(report.open());
            paragraphs.add(report.coverage().isEmpty() ? words.coverage_none() : words.coverage_title());
        }
        return new Sheet(
                words.sheet_title(emergency.name()),
                words.sheet_document(emergency.document()),
                words.sheet_addressee(emergency.authority()),
                paragraphs,
                List.of(
                        columns.column_requirement(),
                        columns.column_needed(),
                        columns.column_held(),
                        columns.column_promised(),
                        columns.column_covered()),
                report.coverage().stream()
                        .map(row -> List.of(cut(row.name()), row.needed(), row.held(), row.promised(), row.percent()))
                        .toList(),
                Stream.of(
                                Stream.of(report.changes().isEmpty() ? words.changes_none() : words.changes_title()),
                                report.changes().stream(),
                                Stream.of(report.more()).filter(line -> !line.isEmpty()))
                        .flatMap(lines -> lines)
                        .toList(),
                words.sheet_made(),
                "");
    }
}
