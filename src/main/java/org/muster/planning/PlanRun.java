package org.muster.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** One plan in the making. Guards who may work on it, and that it ends once. */
@Entity
@Table(name = "plan_run")
class PlanRun {

    @Id
    private UUID id;

    private UUID subject;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    @Column(name = "begun_by")
    private @Nullable UUID begunBy;

    @Column(name = "begun_by_name")
    private String begunByName;

    @Enumerated(EnumType.STRING)
    private Profile profile;

    private long seed;

    @Enumerated(EnumType.STRING)
    private PlanRunState state;

    private int turn;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    private @Nullable Long cost;
    private @Nullable Long bound;
    private @Nullable Long unavoidable;

    @Convert(converter = DoubtsColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<Doubt> doubts = List.of();

    private @Nullable String incident;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PlanRun() {}

    PlanRun(Actor actor, PlanOrder order, Instant now) {
        id = PlanRunId.create().value();
        subject = order.subject();
        organisationId = actor.organisation().map(OrganisationId::value).orElse(null);
        begunBy = actor.person().map(PersonId::value).orElse(null);
        begunByName = actor.name();
        profile = order.profile();
        seed = order.problem().effort().seed();
        state = PlanRunState.WAITING;
        begunAt = now;
    }

    /** A worker takes it; whoever had it before is believed dead. Returns the turn under which it may write. */
    int take(Instant until) {
        state = PlanRunState.RUNNING;
        leasedUntil = until;
        return ++turn;
    }

    /** Whether whoever took this turn still has it. */
    boolean isHeldIn(int theirTurn) {
        return state == PlanRunState.RUNNING && turn == theirTurn;
    }

    /** Somebody ended it while whoever took this turn was at work: what they found is still welcome. */
    boolean wasCancelledIn(int theirTurn) {
        return state == PlanRunState.CANCELLED && turn == theirTurn;
    }

    int turn() {
        return turn;
    }

    void renew(Instant until) {
        leasedUntil = until;
    }

    void found(ProvenPlan best) {
        cost = best.plan().cost().total();
        bound = best.bound();
        unavoidable = best.unavoidable();
    }

    /** The worker stops, another may go on. */
    void giveBack() {
        state = PlanRunState.WAITING;
        leasedUntil = null;
    }

    void finish(List<Doubt> found, Instant now) {
        doubts = List.copyOf(found);
        end(found.isEmpty() ? PlanRunState.DONE : PlanRunState.OVERTAKEN, now);
    }

    void fail(String number, Instant now) {
        incident = number;
        end(PlanRunState.FAILED, now);
    }

    Optional<Refusal> cancel(Instant now) {
        if (!state.isOpen()) {
            return Optional.of(Refusal.of("planning.nothing_to_cancel"));
        }
        end(PlanRunState.CANCELLED, now);
        return Optional.empty();
    }

    private void end(PlanRunState how, Instant now) {
        state = how;
        leasedUntil = null;
        finishedAt = now;
    }

    PlanRunId id() {
        return new PlanRunId(id);
    }

    UUID subject() {
        return subject;
    }

    PlanRunState state() {
        return state;
    }

    /** Whoever asked for it, to be named where it is written down that it ended. */
    Actor responsible() {
        return new Actor(
                Optional.ofNullable(begunBy).map(PersonId::new),
                begunByName,
                organisationId == null ? Set.of(Role.COORDINATOR) : Set.of(Role.MEMBER),
                Optional.ofNullable(organisationId).map(OrganisationId::new),
                false);
    }

    PlanRunView view() {
        Long best = cost;
        Long least = bound;
        Long shortage = unavoidable;
        return new PlanRunView(
                id(),
                subject,
                state,
                profile,
                seed,
                begunByName,
                begunAt,
                finishedAt,
                best == null || least == null || shortage == null
                        ? null
                        : new PlanRunView.Figures(best, least, shortage),
                doubts,
                incident,
                state.isOpen());
    }
}
