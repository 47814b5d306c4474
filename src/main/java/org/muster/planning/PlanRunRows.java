package org.muster.planning;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.store.PlanText;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** All runs with their texts; an organisation finds its own, a coordinator or an operator everybody's, anybody else those they asked for themselves. */
@ApplicationScoped
class PlanRunRows implements PanacheRepositoryBase<PlanRun, UUID> {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String THEIRS = "(organisationId = ?2 or begunBy = ?3)";

    Optional<PlanRun> visibleTo(Actor viewer, PlanRunId id) {
        return find(viewer, "id", id.value(), "").firstResultOptional();
    }

    Optional<PlanRun> lockedFor(Actor actor, PlanRunId id) {
        return find(actor, "id", id.value(), "")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<PlanRun> of(Actor viewer, UUID subject, int most) {
        return find(viewer, "subject", subject, " order by begunAt desc, id")
                .page(0, most)
                .list();
    }

    private PanacheQuery<PlanRun> find(Actor viewer, String by, UUID value, String order) {
        boolean seesAll = viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        return seesAll
                ? find(by + " = ?1" + order, value)
                : find(by + " = ?1 and " + THEIRS + order, value, organisationOf(viewer), personOf(viewer));
    }

    Optional<PlanRun> locked(PlanRunId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The oldest that nobody works on: one that waits, or one whose worker is not heard of any more. */
    Optional<PlanRun> next(Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                    select * from plan_run
                    where state = 'WAITING' or state = 'RUNNING' and leased_until < :now
                    order by begun_at limit 1 for update skip locked
                    """, PlanRun.class)
                .setParameter("now", now)
                .getResultStream()
                .map(PlanRun.class::cast)
                .findFirst();
    }

    // ── Texts ───────────────────────────────────────────────────────────────────

    void insertContent(PlanRunId id, PlanOrder order) {
        getEntityManager()
                .createNativeQuery("insert into plan_run_content (run_id, ordered) values (:id, cast(:text as jsonb))")
                .setParameter("id", id.value())
                .setParameter("text", PlanText.write(order))
                .executeUpdate();
    }

    void writeBest(PlanRunId id, ProvenPlan best) {
        write(id, "best", PlanText.write(best));
    }

    void writeAnswer(PlanRunId id, PlanAnswer answer) {
        write(id, "answer", PlanText.write(answer));
    }

    private void write(PlanRunId id, String column, String text) {
        getEntityManager()
                .createNativeQuery(
                        "update plan_run_content set " + column + " = cast(:text as jsonb) where run_id = :id")
                .setParameter("id", id.value())
                .setParameter("text", text)
                .executeUpdate();
    }

    PlanOrder order(PlanRunId id) {
        return text(id, "ordered", PlanOrder.class).orElseThrow();
    }

    Optional<ProvenPlan> best(PlanRunId id) {
        return text(id, "best", ProvenPlan.class);
    }

    Optional<PlanAnswer> answer(PlanRunId id) {
        return text(id, "answer", PlanAnswer.class);
    }

    private <T> Optional<T> text(PlanRunId id, String column, Class<T> type) {
        return getEntityManager()
                .createNativeQuery(
                        "select cast(" + column + " as text) from plan_run_content where run_id = :id and " + column
                                + " is not null",
                        String.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(text -> PlanText.read(String.valueOf(text), type));
    }

    private static UUID organisationOf(Actor actor) {
        return actor.organisation().map(OrganisationId::value).orElse(NOBODY);
    }

    private static UUID personOf(Actor actor) {
        return actor.person().map(PersonId::value).orElse(NOBODY);
    }
}
