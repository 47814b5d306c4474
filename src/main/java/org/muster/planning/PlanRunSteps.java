package org.muster.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.identity.CurrentActor;
import org.muster.outbox.Outbox;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.ProvenPlan;

/** What a worker writes down, each step in a transaction of its own. Whoever was believed dead meanwhile writes nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class PlanRunSteps {

    /** Some beats may be missed while the machine is busy. */
    static final Duration LEASE = Duration.ofSeconds(15);

    /** A run that brought its server down so often is not tried again. */
    private static final int MOST_TURNS = 3;

    private final PlanRunRows runs;
    private final LedgerCheck ledger;
    private final Outbox outbox;
    private final CurrentActor actor;
    private final Clock clock;

    PlanRunSteps(PlanRunRows runs, LedgerCheck ledger, Outbox outbox, CurrentActor actor, Clock clock) {
        this.runs = runs;
        this.ledger = ledger;
        this.outbox = outbox;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param best of a turn before that was cut off */
    record Turn(PlanRunId run, int turn, PlanOrder order, Optional<ProvenPlan> best) {}

    Optional<Turn> take() {
        Instant now = clock.instant();
        Optional<PlanRun> found = runs.next(now);
        if (found.isPresent() && found.get().turn() >= MOST_TURNS) {
            end(found.get(), "turns");
            return take();
        }
        return found.map(run -> {
            int turn = run.take(now.plus(LEASE));
            return new Turn(run.id(), turn, runs.order(run.id()), runs.best(run.id()));
        });
    }

    /** Keeps what is the best so far; false when nobody wants more of it. */
    boolean improved(PlanRunId id, int turn, ProvenPlan best) {
        Optional<PlanRun> held = runs.locked(id).filter(run -> run.isHeldIn(turn));
        held.ifPresent(run -> {
            run.found(best);
            run.renew(clock.instant().plus(LEASE));
            runs.writeBest(id, best);
        });
        return held.isPresent();
    }

    /** Says that its worker is alive; false when nobody wants more of it. */
    boolean beat(PlanRunId id, int turn) {
        Optional<PlanRun> held = runs.locked(id).filter(run -> run.isHeldIn(turn));
        held.ifPresent(run -> run.renew(clock.instant().plus(LEASE)));
        return held.isPresent();
    }

    /** Stores the answer, held against the ledger at this moment. Of what somebody ended meanwhile the answer is kept too. */
    void answered(PlanRunId id, int turn, PlanOrder order, PlanAnswer answer) {
        Instant now = clock.instant();
        PlanRun run = runs.locked(id).orElseThrow();
        if (run.isHeldIn(turn)) {
            List<Doubt> doubts = ledger.doubts(order, answer.proven().plan(), now);
            keep(run, answer);
            run.finish(doubts, now);
            tell(run);
        } else if (run.wasCancelledIn(turn)) {
            keep(run, answer);
        }
    }

    private void keep(PlanRun run, PlanAnswer answer) {
        run.found(answer.proven());
        runs.writeBest(run.id(), answer.proven());
        runs.writeAnswer(run.id(), answer);
    }

    /** This server stops; another, or the same one later, goes on. */
    void giveBack(PlanRunId id, int turn) {
        runs.locked(id).filter(run -> run.isHeldIn(turn)).ifPresent(PlanRun::giveBack);
    }

    void failed(PlanRunId id, int turn, String incident) {
        runs.locked(id).filter(run -> run.isHeldIn(turn)).ifPresent(run -> end(run, incident));
    }

    private void end(PlanRun run, String incident) {
        run.fail(incident, clock.instant());
        tell(run);
    }

    private void tell(PlanRun run) {
        runs.flush();
        actor.runAs(run.responsible(), () -> outbox.publish(new PlanRunEnded(run.id(), run.subject(), run.state())));
    }
}
