package org.muster.importexport;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.identity.CurrentActor;
import org.muster.importexport.ImportRows.Row;
import org.muster.importexport.ImportRows.Verdict;
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

    private static final int TERMS_UPWARDS = 5;
    private static final int STATEMENTS_AT_ONCE = 200;

    /** Reading fifty thousand rows through takes seconds, on a busy machine more than the usual minute. */
    private static final int LONGEST_SECONDS = 600;

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final Clerk clerk;
    private final Places places;
    private final Glossary glossary;
    private final Outbox outbox;
    private final CurrentActor actor;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    /** What was read of lists that are being looked at; the rows are the truth, so any of it may be forgotten. */
    private final Map<ImportId, Remembered> dryRuns = new ConcurrentHashMap<>();

    /** How far lists were entered, as far as it was committed here: it tells where to look for the next rows, and may be forgotten as well. */
    private final Map<ImportId, Entered> entered = new ConcurrentHashMap<>();

    /** @param run when the run began; the next one begins with the first row again */
    private record Entered(@Nullable Instant run, int number) {}

    /** @param version of the job once the batch was committed that it remembers */
    private record Remembered(DryRun dryRun, int version) {}

    ImportBatches(
            ImportJobs jobs,
            ImportRows rows,
            Clerk clerk,
            Places places,
            Glossary glossary,
            Outbox outbox,
            CurrentActor actor,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.clerk = clerk;
        this.places = places;
        this.glossary = glossary;
        this.outbox = outbox;
        this.actor = actor;
        this.transaction = transaction;
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
            dryRuns.remove(id);
            entered.remove(id);
            return false;
        }
        jobs.getEntityManager().unwrap(Session.class).setJdbcBatchSize(STATEMENTS_AT_ONCE);
        ImportJob job = taken.get();
        return job.state() == ImportState.RUNNING ? enter(job, most) : read(job, most);
    }

    /** The next batch of the dry run. Rows entered before are only looked at. */
    private boolean read(ImportJob job, int most) {
        Instant now = clock.instant();
        List<Row> next = rows.after(job.id(), job.readTo(), most);
        if (next.isEmpty()) {
            dryRuns.remove(job.id());
            job.checked(!rows.anyToEnter(job.id()));
            return false;
        }
        DryRun dryRun = dryRun(job, most, now);
        actor.runAs(job.responsible(), () -> rows.write(job.id(), dryRun.read(next, now)));
        job.readUpTo(next.get(next.size() - 1).number());
        // When this batch is rolled back the version stays behind, and what is remembered of it counts no more.
        dryRuns.put(job.id(), new Remembered(dryRun, job.version() + 1));
        return true;
    }

    /** The one that read the rows before, or a new one that is told of them: after a restart, or when another replica had read them. */
    private DryRun dryRun(ImportJob job, int most, Instant now) {
        Remembered remembered = dryRuns.get(job.id());
        if (remembered != null && remembered.version() == job.version() && job.readTo() > 0) {
            return remembered.dryRun();
        }
        Mapping mapping = Objects.requireNonNull(job.mapping(), "mapping");
        Terms terms = glossary.terms();
        Map<String, Optional<Unit>> units = new HashMap<>();
        Reader reader = job.purpose() == Purpose.OWN
                ? OwnRules.ofOwn(mapping)
                : OwnRules.beside(
                        new RowRules(
                                places,
                                text -> units.computeIfAbsent(text, one -> usualUnit(terms, one)),
                                mapping,
                                job.defaultUnit()),
                        mapping);
        DryRun dryRun = new DryRun(job.headers(), mapping, reader, clerk.foretelling(origin(job), now));
        int last = 0;
        while (last < job.readTo()) {
            List<Row> before = rows.after(job.id(), last, most).stream()
                    .filter(row -> row.number() <= job.readTo())
                    .toList();
            if (before.isEmpty()) {
                break;
            }
            actor.runAs(job.responsible(), () -> dryRun.remember(before, now));
            last = before.get(before.size() - 1).number();
        }
        return dryRun;
    }

    private boolean enter(ImportJob job, int most) {
        List<Row> batch = next(job, most);
        Instant now = clock.instant();
        if (batch.isEmpty()) {
            job.finish(now);
            entered.remove(job.id());
            ImportRows.Counts counts = rows.counts(job.id(), 0);
            ImportFinished finished = new ImportFinished(
                    job.id(),
                    job.fileName(),
                    job.source(),
                    job.sourceDate(),
                    counts.of(RowOutcome.CREATED),
                    counts.of(RowOutcome.UPDATED),
                    counts.of(RowOutcome.UNCHANGED),
                    EnumSet.of(RowOutcome.FLAGGED, RowOutcome.REFUSED, RowOutcome.DROPPED).stream()
                            .mapToInt(counts::of)
                            .sum());
            actor.runAs(job.responsible(), () -> outbox.publish(finished));
            return false;
        }
        actor.runAs(job.responsible(), () -> rows.entered(job.id(), clerk.enter(origin(job), batch, now)));
        onceCommitted(() -> entered.put(
                job.id(), new Entered(job.runAt(), batch.get(batch.size() - 1).number())));
        return true;
    }

    /** The next rows to enter, behind those that were entered; they are entered in their order, so that none waits before these. */
    private List<Row> next(ImportJob job, int most) {
        Entered last = entered.get(job.id());
        return rows.toEnter(
                job.id(), last != null && Objects.equals(last.run(), job.runAt()) ? last.number() : 0, most);
    }

    private void onceCommitted(Runnable then) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    then.run();
                }
            }
        });
    }

    /** A row that fails by itself, for a reason that none of our rules knows, is refused; the rest of the list goes on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveUpOn(ImportId id, String incident) {
        jobs.takeForWork(id).ifPresent(job -> {
            boolean running = job.state() == ImportState.RUNNING;
            List<Row> next = running ? next(job, 1) : rows.after(id, job.readTo(), 1);
            rows.write(
                    id,
                    next.stream()
                            .map(row -> {
                                List<Finding> findings = new ArrayList<>(row.findings());
                                findings.add(Finding.refusal(null, "row_failed", incident));
                                return Verdict.read(row.number(), RowOutcome.REFUSED, row.entry(), findings);
                            })
                            .toList());
            if (!running) {
                next.forEach(row -> job.readUpTo(row.number()));
            }
        });
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forgetReceivedBefore(Instant moment) {
        jobs.forgetReceivedBefore(moment);
    }

    private static Clerk.Origin origin(ImportJob job) {
        return new Clerk.Origin(job.id(), job.responsible(), job.source(), Optional.ofNullable(job.sourceDate()));
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
            Optional<Unit> unit = at.flatMap(Term::defaultUnit).flatMap(Unit::written);
            if (unit.isPresent()) {
                return unit;
            }
            at = at.flatMap(Term::broader).flatMap(terms::byKey);
        }
        return Optional.empty();
    }
}
