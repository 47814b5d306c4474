package org.muster.board.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.muster.ask.AskView;
import org.muster.board.Coverage;
import org.muster.emergency.web.Heads;
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** The board in the words of the page: the same on the wall, on a phone and in the report of a day. */
@ApplicationScoped
class BoardWords {

    private static final int WHOLE = 100;

    /**
     * @param bar what the bar says, for those who do not see it
     * @param heldWidth as wide as fits beside what is promised
     */
    record CoverRow(
            String name,
            String output,
            String url,
            Instant neededBy,
            Quantity needed,
            Quantity planned,
            Quantity held,
            Quantity promised,
            String bar,
            int plannedWidth,
            int promisedWidth,
            int heldWidth,
            boolean whole) {}

    /** @param office whether it is the office that owes the answer */
    record OwingRow(String url, String who, String thing, boolean office, Instant by, String left, boolean late) {}

    private final Heads heads;
    private final Language language;

    BoardWords(Heads heads, Language language) {
        this.heads = heads;
        this.language = language;
    }

    List<CoverRow> coverage(String emergencyUrl, List<Coverage> all) {
        return all.stream().map(one -> row(emergencyUrl, one)).toList();
    }

    private CoverRow row(String emergencyUrl, Coverage one) {
        Locale locale = language.locale();
        return new CoverRow(
                one.name().in(locale),
                one.output().in(locale) + " · " + heads.place(one.area()),
                emergencyUrl + "/match?requirement=" + URLEncoder.encode(one.key(), StandardCharsets.UTF_8),
                one.neededBy(),
                shown(one.needed()),
                shown(one.planned()),
                shown(one.held()),
                shown(one.promised()),
                language.messages(BoardMessages.class)
                        .cover_bar(one.promisedPercent(), one.heldPercent(), one.plannedPercent()),
                one.plannedPercent(),
                one.promisedPercent(),
                Math.min(one.heldPercent(), WHOLE - one.promisedPercent()),
                one.whole());
    }

    private static Quantity shown(Quantity exact) {
        return exact.rounded(2);
    }

    List<OwingRow> owing(String emergencyUrl, List<AskView> asks, Instant now) {
        Locale locale = language.locale();
        BoardMessages words = language.messages(BoardMessages.class);
        return asks.stream()
                .map(ask -> new OwingRow(
                        emergencyUrl + "/asks/" + ask.id(),
                        ask.state().waitsForOffice() ? words.office_on(ask.organisationName()) : ask.organisationName(),
                        ask.title()
                                + ask.quantity()
                                        .map((Quantity some) -> " · " + Figures.exact(some, locale))
                                        .orElse(""),
                        ask.state().waitsForOffice(),
                        ask.answerBy(),
                        Times.ago(ask.answerBy(), locale, now),
                        ask.answerBy().isBefore(now)))
                .toList();
    }
}
