package org.muster.importexport;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.identity.CurrentActor;
import org.muster.importexport.ImportRows.Decision;
import org.muster.importexport.ImportRows.Row;
import org.muster.importexport.ImportRows.Verdict;
import org.muster.importexport.RowRules.Reading;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Mention;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Unit;

/**
 * The work on an import, a batch in a transaction. The job's row is locked for the batch, and what was entered is written down in the same
 * transaction: a batch happened whole or not at all, whenever the application is killed, and no row is entered twice.
 */
@ApplicationScoped
class ImportBatches {

    private static final int READ_AT_ONCE = 2_000;
    private static final int TERMS_UPWARDS = 5;

    /** Reading fifty thousand rows through takes seconds, on a busy machine more than the usual minute. */
    private static final int LONGEST_SECONDS = 600;

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final Clerk clerk;
    private final Places places;
    private final Glossary glossary;
    private final Outbox outbox;
    private final CurrentActor actor;
    private final Clock clock;

    ImportBatches(
            ImportJobs jobs,
            ImportRows rows,
            Clerk clerk,
            Places places,
            Glossary glossary,
            Outbox outbox,
            CurrentActor actor,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.clerk = clerk;
        this.places = places;
        this.glossary = glossary;
        this.outbox = outbox;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<ImportId> working() {
        return jobs.working();
    }

    /** Works one batch of at most so many rows; tells whether there may be more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    boolean work(ImportId id, int most) {
        Optional<ImportJob> taken = jobs.takeForWork(id);
        if (taken.isEmpty()) {
            return false;
        }
        ImportJob job = taken.get();
        if (job.state() == ImportState.RUNNING) {
            return enter(job, most);
        } else if (!job.isReadThrough()) {
            readThrough(job);
            job.rowsWereRead();
            return true;
        }
        return rehearse(job, most);
    }

    /** The rules read every row that has not been entered yet, in the order of the file. */
    private void readThrough(ImportJob job) {
        Terms terms = glossary.terms();
        RowRules rules = new RowRules(
                places,
                text -> usualUnit(terms, text),
                Objects.requireNonNull(job.mapping(), "mapping"),
                job.defaultUnit());
        Repeats repeats = new Repeats();
        int last = 0;
        List<Row> next;
        while (!(next = rows.after(job.id(), last, READ_AT_ONCE)).isEmpty()) {
            last = next.get(next.size() - 1).number();
            List<Verdict> verdicts = new ArrayList<>();
            for (Row row : next) {
                Entry entry = row.entry();
                if (!row.done()) {
                    verdicts.add(verdict(row, rules.read(row.line(), row.isTaken()), repeats));
                } else if (entry != null) {
                    repeats.add(row.number(), entry, List.of(), true);
                }
            }
            rows.write(job.id(), verdicts);
        }
    }

    private static Verdict verdict(Row row, Reading reading, Repeats repeats) {
        Entry entry = reading.entry();
        if (reading.isRefused() || entry == null) {
            return Verdict.read(row.number(), RowOutcome.REFUSED, null, reading.findings());
        } else if (reading.isFlagged()) {
            return Verdict.read(row.number(), flagged(row), entry, reading.findings());
        } else if (row.decision() == Decision.DROPPED) {
            return Verdict.read(row.number(), RowOutcome.DROPPED, entry, reading.findings());
        }
        Repeats.Beside beside = repeats.add(row.number(), entry, reading.findings(), row.isTaken());
        if (beside.flagged()) {
            return Verdict.read(row.number(), flagged(row), entry, beside.findings());
        } else if (beside.same() != null) {
            return Verdict.read(row.number(), RowOutcome.UNCHANGED, null, beside.findings());
        }
        boolean triedBefore = row.outcome().isEntered() && entry.equals(row.entry());
        return Verdict.read(row.number(), triedBefore ? row.outcome() : RowOutcome.WAITING, entry, beside.findings());
    }

    private static RowOutcome flagged(Row row) {
        return row.decision() == Decision.DROPPED ? RowOutcome.DROPPED : RowOutcome.FLAGGED;
    }

    private boolean rehearse(ImportJob job, int most) {
        List<Row> batch = rows.toRehearse(job.id(), most);
        if (batch.isEmpty()) {
            job.checked(rows.countToEnter(job.id()) == 0);
            return false;
        }
        Instant now = clock.instant();
        actor.runAs(job.responsible(), () -> rows.write(job.id(), clerk.rehearse(origin(job), batch, now)));
        return true;
    }

    private boolean enter(ImportJob job, int most) {
        List<Row> batch = rows.toEnter(job.id(), most);
        Instant now = clock.instant();
        if (batch.isEmpty()) {
            job.finish(now);
            Map<RowOutcome, Integer> counts = rows.counts(job.id());
            ImportFinished finished = new ImportFinished(
                    job.id(),
                    job.fileName(),
                    job.source(),
                    Objects.requireNonNull(job.sourceDate(), "source date"),
                    counts.getOrDefault(RowOutcome.CREATED, 0),
                    counts.getOrDefault(RowOutcome.UPDATED, 0),
                    counts.getOrDefault(RowOutcome.UNCHANGED, 0),
                    EnumSet.of(RowOutcome.FLAGGED, RowOutcome.REFUSED, RowOutcome.DROPPED).stream()
                            .mapToInt(outcome -> counts.getOrDefault(outcome, 0))
                            .sum());
            actor.runAs(job.responsible(), () -> outbox.publish(finished));
            return false;
        }
        actor.runAs(job.responsible(), () -> rows.write(job.id(), clerk.enter(origin(job), batch, now)));
        return true;
    }

    /** A row that fails by itself, for a reason that none of our rules knows, is refused; the rest of the list goes on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveUpOn(ImportId id, String incident) {
        jobs.takeForWork(id).ifPresent(job -> {
            List<Row> next = job.state() == ImportState.RUNNING ? rows.toEnter(id, 1) : rows.toRehearse(id, 1);
            rows.write(
                    id,
                    next.stream()
                            .map(row -> {
                                List<Finding> findings = new ArrayList<>(row.findings());
                                findings.add(Finding.refusal(null, "row_failed", incident));
                                return Verdict.read(row.number(), RowOutcome.REFUSED, row.entry(), findings);
                            })
                            .toList());
        });
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetReceivedBefore(Instant moment) {
        jobs.forgetReceivedBefore(moment);
    }

    private static Clerk.Origin origin(ImportJob job) {
        return new Clerk.Origin(
                job.responsible(), job.source(), Objects.requireNonNull(job.sourceDate(), "source date"));
    }

    /** The unit that the longest term in a text is usually counted in, or one of the terms above it. */
    private static Optional<Unit> usualUnit(Terms terms, String text) {
        return terms.mentions(text).stream()
                .sorted(Comparator.comparingInt((Mention mention) -> mention.start() - mention.end()))
                .flatMap(mention -> usualUnit(terms, mention.term()).stream())
                .findFirst();
    }

    private static Optional<Unit> usualUnit(Terms terms, Term term) {
        Optional<Term> at = Optional.of(term);
        for (int i = 0; i < TERMS_UPWARDS && at.isPresent(); i++) {
            Optional<Unit> unit = at.flatMap(Term::defaultUnit)
                    .flatMap(code -> Unit.all().stream()
                            .filter(one -> one.code().equals(code))
                            .findFirst());
            if (unit.isPresent()) {
                return unit;
            }
            at = at.flatMap(Term::broader).flatMap(terms::byKey);
        }
        return Optional.empty();
    }
}
