package org.muster.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanOrder;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Plans in the making, and what came of them. Whoever asks gets an id at once; {@link PlanWorker} makes the plan after the transaction has committed, also if
 * the server is killed and another goes on. An organisation sees its own, coordinators and operators everybody's; whatever else does not exist for them.
 */
@ApplicationScoped
@Transactional
public class PlanRuns {

    public static final String NOT_FOUND = "planning.not_found";

    /** More than this takes longer to read than to plan. */
    static final int MOST_ARCS = 100_000;

    /** Nobody's plan keeps the workers for longer. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int MOST_LISTED = 100;

    /** There is a plan to be made; heard by the worker once it is committed. */
    record WorkWaits() {}

    /** Somebody does not want it any more; heard once that is committed. */
    record Ended(PlanRunId run) {}

    private final PlanRunRows runs;
    private final LedgerCheck ledger;
    private final Outbox outbox;
    private final Event<WorkWaits> work;
    private final Event<Ended> ended;

    PlanRuns(PlanRunRows runs, LedgerCheck ledger, Outbox outbox, Event<WorkWaits> work, Event<Ended> ended) {
        this.runs = runs;
        this.ledger = ledger;
        this.outbox = outbox;
        this.work = work;
        this.ended = ended;
    }

    public Outcome<PlanRunId> begin(Actor actor, PlanOrder order, Instant now) {
        boolean may = actor.organisation().isPresent() || actor.is(Role.COORDINATOR) || actor.is(Role.OPERATOR);
        if (!may) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        if (order.problem().arcs().size() > MOST_ARCS) {
            return Outcome.refused(
                    Refusal.of("planning.too_large", order.problem().arcs().size(), MOST_ARCS));
        }
        PlanOrder limited = order.with(limited(order.problem().effort()));
        PlanRun run = new PlanRun(actor, limited, now);
        runs.persistAndFlush(run);
        runs.insertContent(run.id(), limited);
        outbox.publish(new PlanRunBegun(
                run.id(),
                order.subject(),
                order.profile(),
                order.problem().effort().seed()));
        work.fire(new WorkWaits());
        return Outcome.accepted(run.id());
    }

    private static Effort limited(Effort effort) {
        return effort.timeLimit().compareTo(LONGEST) <= 0
                ? effort
                : new Effort(effort.seed(), LONGEST, effort.threads(), effort.rounds(), effort.gapGoal());
    }

    /** How far it is. */
    public Optional<PlanRunView> progress(Actor viewer, PlanRunId id) {
        return runs.visibleTo(viewer, id).map(PlanRun::view);
    }

    /** All that was asked and answered. */
    public Optional<PlanRunDetail> detail(Actor viewer, PlanRunId id) {
        return runs.visibleTo(viewer, id)
                .map(run -> new PlanRunDetail(run.view(), runs.order(id), runs.best(id), runs.answer(id)));
    }

    /** What the ledger has less of by now than the plan takes; nothing as long as it still stands. Empty where there is no answer. */
    public Optional<List<Doubt>> doubts(Actor viewer, PlanRunId id, Instant now) {
        return runs.visibleTo(viewer, id)
                .flatMap(run -> runs.answer(id))
                .map(answer -> ledger.doubts(runs.order(id), answer.proven().plan(), now));
    }

    /** What was planned for one subject, the newest first. */
    public List<PlanRunView> of(Actor viewer, UUID subject) {
        return runs.of(viewer, subject, MOST_LISTED).stream().map(PlanRun::view).toList();
    }

    /** Ends it; the best plan so far stays, with its gap. */
    public Outcome<PlanRunId> cancel(Actor actor, PlanRunId id, Instant now) {
        Optional<PlanRun> found = runs.lockedFor(actor, id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        Optional<Refusal> refused = found.get().cancel(now);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        runs.flush();
        outbox.publish(new PlanRunEnded(id, found.get().subject(), PlanRunState.CANCELLED));
        ended.fire(new Ended(id));
        return Outcome.accepted(id);
    }
}
