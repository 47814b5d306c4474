package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.importexport.ImportRows.Decision;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/**
 * Public lists on their way in. A liaison keeps their own imports, an operator everybody's; anybody else's is not found.
 *
 * <p>The steps: {@link #receive} and {@link #describe} a file, {@link #mapColumns}, look at the dry run and {@link #decide} on what it flagged,
 * {@link #run}. The dry run and the run are worked in batches after the step was committed; {@link ImportWorker} tells how.
 */
@ApplicationScoped
@Transactional
public class Imports {

    /** The refusal of what is not there, or not yours. */
    public static final String NOT_FOUND = "importexport.not_found";

    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int SAMPLES = 3;
    private static final int LOOKED_AT_FOR_SAMPLES = 200;
    private static final int LONGEST_FILE_NAME = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** There is work on this import; heard by the worker once the step is committed. */
    record WorkWaits(ImportId job) {}

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ListFiles files;
    private final Event<WorkWaits> work;
    private final ImportWorker worker;

    Imports(ImportJobs jobs, ImportRows rows, ListFiles files, Event<WorkWaits> work, ImportWorker worker) {
        this.jobs = jobs;
        this.rows = rows;
        this.files = files;
        this.work = work;
        this.worker = worker;
    }

    /** Whose listings the actor may bring. */
    public Set<Purpose> purposes(Actor actor) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        if (actor.is(Role.LIAISON) || actor.is(Role.OPERATOR)) {
            purposes.add(Purpose.ON_BEHALF);
        }
        if (actor.organisation().isPresent()) {
            purposes.add(Purpose.OWN);
        }
        return purposes;
    }

    /** Takes a file in; it waits to be described, so that a form refused for another reason does not lose it. */
    public Outcome<ImportId> receive(Actor actor, Delivery delivery, byte[] file, Instant now) {
        Optional<PersonId> person = person(actor);
        if (person.isEmpty() || !purposes(actor).contains(delivery.purpose())) {
            return notFound();
        }
        if (file.length == 0) {
            return Outcome.refused(Refusal.at("file", "importexport.file_is_empty"));
        }
        if (file.length > MOST_BYTES) {
            return Outcome.refused(Refusal.at("file", "importexport.file_too_large", MOST_BYTES / (1024 * 1024)));
        }
        return files.read(file, delivery.sheet())
                .fold(
                        table -> {
                            String name = delivery.fileName().isBlank()
                                    ? "list." + table.kind().ending()
                                    : delivery.fileName().strip();
                            ImportJob job = new ImportJob(
                                    person.get(),
                                    actor.name(),
                                    actor.organisation(),
                                    delivery.purpose(),
                                    name.length() > LONGEST_FILE_NAME
                                            ? name.substring(name.length() - LONGEST_FILE_NAME)
                                            : name,
                                    table,
                                    now);
                            jobs.persistAndFlush(job);
                            rows.insert(job.id(), table.lines());
                            return Outcome.accepted(job.id());
                        },
                        Outcome::refused);
    }

    /** Says whose list it is, and of what day. */
    public Outcome<ImportId> describe(Actor actor, ImportId id, Upload upload, Instant now) {
        UploadRules said = UploadRules.apply(upload, LocalDate.ofInstant(now, ZONE));
        if (!said.refusals().isEmpty()) {
            return Outcome.refused(said.refusals());
        }
        return step(
                actor,
                id,
                job -> job.describe(
                        said.source(),
                        said.sourceDate().orElse(null),
                        said.unit().orElse(null)));
    }

    /** What would be refused of a description, for a form whose file was refused too. */
    public List<Refusal> check(Upload upload, Instant now) {
        return UploadRules.apply(upload, LocalDate.ofInstant(now, ZONE)).refusals();
    }

    /** The name of a file that waits to be described. */
    public Optional<String> received(Actor actor, ImportId id) {
        return jobs.visibleTo(actor, id)
                .filter(job -> job.state() == ImportState.RECEIVED)
                .map(ImportJob::fileName);
    }

    /** What the columns of a list probably stand for: as this person mapped the same headings before, else by their names. */
    public List<ColumnGuess> columns(Actor actor, ImportId id) {
        Optional<ImportJob> found = jobs.visibleTo(actor, id);
        if (found.isEmpty()) {
            return List.of();
        }
        ImportJob job = found.get();
        List<String> headers = job.headers();
        Mapping own = job.mapping();
        Map<String, Meant> remembered = own == null ? remembered(actor, job) : Map.of();
        List<Column> guessed = own == null ? Headings.guess(headers, job.purpose()) : own.columns();
        List<ImportRows.Row> first = rows.first(id, LOOKED_AT_FOR_SAMPLES);
        List<ColumnGuess> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int index = i;
            Meant before = remembered.get(headers.get(i));
            Column guess = before == null ? guessed.get(i) : before.column();
            long blank = first.stream()
                    .filter(row -> row.line().cell(index).isBlank())
                    .count();
            boolean asAbove = own != null
                    ? own.asAbove().contains(i)
                    : before != null ? before.asAbove() : isAsAbove(guess, first, index, blank);
            columns.add(new ColumnGuess(
                    i,
                    headers.get(i),
                    guess,
                    first.stream()
                            .map(row -> row.line().cell(index).strip())
                            .filter(cell -> !cell.isEmpty())
                            .distinct()
                            .limit(SAMPLES)
                            .toList(),
                    before != null,
                    blank > 0,
                    asAbove));
        }
        return columns;
    }

    /** A list that says a thing once for all the rows below it leaves every fifth cell blank at least, and never the first. */
    private static boolean isAsAbove(Column column, List<ImportRows.Row> first, int index, long blank) {
        return column.isOftenAsAbove()
                && !first.isEmpty()
                && !first.get(0).line().cell(index).isBlank()
                && blank * 5 >= first.size();
    }

    private record Meant(Column column, boolean asAbove) {}

    private Map<String, Meant> remembered(Actor actor, ImportJob job) {
        return person(actor)
                .flatMap(person -> jobs.lastMapped(job, person))
                .map(last -> {
                    Mapping mapping = Objects.requireNonNull(last.mapping(), "mapping");
                    Map<String, Meant> byHeading = new HashMap<>();
                    for (int i = 0; i < last.headers().size(); i++) {
                        byHeading.putIfAbsent(
                                last.headers().get(i),
                                new Meant(
                                        mapping.columns().get(i),
                                        mapping.asAbove().contains(i)));
                    }
                    return byHeading;
                })
                .orElseGet(Map::of);
    }

    /** Says what each column stands for, and begins the dry run. */
    public Outcome<ImportId> mapColumns(Actor actor, ImportId id, List<Column> columns) {
        return mapColumns(actor, id, columns, Set.of());
    }

    /**
     * Says what each column stands for, and begins the dry run.
     *
     * @param asAbove the columns, by number, in which a blank cell means what the row above says
     */
    public Outcome<ImportId> mapColumns(Actor actor, ImportId id, List<Column> columns, Set<Integer> asAbove) {
        Mapping mapping = new Mapping(columns, asAbove);
        Optional<ImportJob> found = jobs.lockedFor(actor, id);
        if (found.isEmpty() || found.get().headers().size() != columns.size()) {
            return notFound();
        }
        if (columns.stream().anyMatch(column -> !column.fits(found.get().purpose()))) {
            return notFound();
        }
        List<Refusal> wrong = mapping.refusals(found.get().purpose());
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Optional<Refusal> refusal = found.get().mapColumns(mapping);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        rows.undecide(id, null);
        work.fire(new WorkWaits(id));
        return Outcome.accepted(id);
    }

    /**
     * Takes or drops flagged rows, and looks at the list again.
     *
     * @param numbers the rows meant; null for all that are flagged
     */
    public Outcome<ImportId> decide(
            Actor actor, ImportId id, FlagDecision decision, @Nullable Collection<Integer> numbers) {
        if (numbers != null && numbers.isEmpty()) {
            return Outcome.refused(Refusal.of("importexport.no_row_chosen"));
        }
        return step(actor, id, job -> {
            int meant = !job.mayDecide()
                    ? 0
                    : switch (decision) {
                        case TAKE -> rows.decide(id, numbers, Decision.TAKEN);
                        case DROP -> rows.decide(id, numbers, Decision.DROPPED);
                        case UNDO -> rows.undecide(id, numbers);
                    };
            if (job.mayDecide() && meant == 0) {
                return Optional.of(Refusal.of("importexport.no_row_chosen"));
            }
            Optional<Refusal> refusal = job.decided();
            work.fire(new WorkWaits(id));
            return refusal;
        });
    }

    /** Enters what the dry run showed; whoever runs it answers for it. */
    public Outcome<ImportId> run(Actor actor, ImportId id, Instant now) {
        Optional<PersonId> person = person(actor);
        if (person.isEmpty()) {
            return notFound();
        }
        return step(actor, id, job -> {
            if (!rows.anyToEnter(id)) {
                return Optional.of(Refusal.of("importexport.nothing_to_enter"));
            }
            Optional<Refusal> refusal = job.run(person.get(), actor.name(), now);
            if (refusal.isEmpty()) {
                work.fire(new WorkWaits(id));
            }
            return refusal;
        });
    }

    /** Waits a moment for the step just taken: a short list is through before its page is shown. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void await(Duration patience) {
        worker.await(patience);
    }

    /** Stops an import where it is; what was entered stays. */
    public Outcome<ImportId> cancel(Actor actor, ImportId id, Instant now) {
        return step(actor, id, job -> {
            Optional<Refusal> refusal = job.cancel(now);
            if (refusal.isEmpty()) {
                rows.leaveTheRest(id);
            }
            return refusal;
        });
    }

    public Optional<ImportView> view(Actor actor, ImportId id) {
        return jobs.visibleTo(actor, id)
                .filter(job -> job.state() != ImportState.RECEIVED)
                .map(job -> {
                    Mapping mapping = job.mapping();
                    ImportRows.Counts counts = rows.counts(id, job.readTo());
                    return new ImportView(
                            id,
                            job.fileName(),
                            job.purpose(),
                            job.kind(),
                            job.encoding(),
                            job.separator(),
                            job.sheets(),
                            job.leftOut(),
                            job.titleLines(),
                            job.headers(),
                            mapping == null ? List.of() : mapping.columns(),
                            job.source(),
                            job.sourceDate(),
                            job.defaultUnit(),
                            job.state(),
                            job.rowCount(),
                            job.blankLines(),
                            counts.outcomes(),
                            job.state() == ImportState.CHECKING ? counts.looked() : job.rowCount(),
                            counts.done(),
                            counts.toEnter(),
                            counts.newOrganisations(),
                            job.enteredByName(),
                            job.createdAt(),
                            job.runByName(),
                            job.runAt(),
                            job.finishedAt(),
                            job.mayMapColumns(),
                            job.mayDecide(),
                            job.mayCancel());
                });
    }

    /** A page of its rows, of one outcome or of all. */
    public RowPage rows(Actor actor, ImportId id, Optional<RowOutcome> outcome, int page, int size) {
        Optional<ImportJob> job = jobs.visibleTo(actor, id);
        Mapping mapping = job.map(ImportJob::mapping).orElse(null);
        if (mapping == null) {
            return new RowPage(List.of(), 0);
        }
        Set<RowOutcome> wanted = outcome.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(RowOutcome.class));
        ImportRows.Counts counts = rows.counts(id, 0);
        return new RowPage(
                rows.page(id, wanted, page, size).stream()
                        .map(row -> view(row, mapping))
                        .toList(),
                wanted.stream().mapToInt(counts::of).sum());
    }

    private static RowView view(ImportRows.Row row, Mapping mapping) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            cells.put(column, mapping.cell(row.line(), column));
        }
        Optional<Entry> entry = Optional.ofNullable(row.entry());
        return new RowView(
                row.number(),
                cells,
                entry.map(Entry::placeCode).filter(code -> !code.isEmpty()),
                entry.flatMap(Entry::quantity),
                row.outcome(),
                row.done(),
                row.decision() != null,
                row.findings(),
                row.organisation(),
                row.listing());
    }

    public List<ImportSummary> newest(Actor actor, int page, int size) {
        return jobs.newest(actor, page, size).stream()
                .map(job -> new ImportSummary(
                        job.id(),
                        job.fileName(),
                        job.source(),
                        job.sourceDate(),
                        job.state(),
                        job.rowCount(),
                        job.enteredByName(),
                        job.createdAt()))
                .toList();
    }

    public long count(Actor actor) {
        return jobs.countListed(actor);
    }

    /**
     * The rows that were not entered, as a file to correct and upload again.
     *
     * @param reasonHeading what the added last column is called
     * @param reason the reasons of a row in the reader's words
     */
    public Optional<byte[]> notEntered(
            Actor actor, ImportId id, String reasonHeading, Function<ReturnedRow, String> reason) {
        return jobs.visibleTo(actor, id).map(job -> {
            List<String> headers = new ArrayList<>(job.headers());
            headers.add(reasonHeading);
            List<List<String>> lines = rows
                    .page(
                            id,
                            EnumSet.of(RowOutcome.REFUSED, RowOutcome.FLAGGED, RowOutcome.NOT_RUN),
                            1,
                            Integer.MAX_VALUE)
                    .stream()
                    .map(row -> {
                        List<String> cells = new ArrayList<>();
                        for (int i = 0; i < job.headers().size(); i++) {
                            cells.add(row.line().cell(i));
                        }
                        cells.add(reason.apply(
                                new ReturnedRow(row.number(), row.line().cells(), row.outcome(), row.findings())));
                        return List.copyOf(cells);
                    })
                    .toList();
            return files.write(job.kind(), headers, lines);
        });
    }

    private Outcome<ImportId> step(Actor actor, ImportId id, Function<ImportJob, Optional<Refusal>> step) {
        return jobs.lockedFor(actor, id)
                .map(job -> step.apply(job).map(Outcome::<ImportId>refused).orElseGet(() -> Outcome.accepted(id)))
                .orElseGet(Imports::notFound);
    }

    private static Optional<PersonId> person(Actor actor) {
        return actor.is(Role.LIAISON)
                        || actor.is(Role.OPERATOR)
                        || actor.organisation().isPresent()
                ? actor.person()
                : Optional.empty();
    }

    private static Outcome<ImportId> notFound() {
        return Outcome.refused(Refusal.of(NOT_FOUND));
    }
}
