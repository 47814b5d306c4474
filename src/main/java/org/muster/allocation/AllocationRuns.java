package org.muster.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyId;
import org.muster.planning.PlanRunId;

/** What is kept beside the planner's runs. */
@ApplicationScoped
class AllocationRuns {

    private final EntityManager entityManager;

    AllocationRuns(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    record Asked(PlanWish wish, Optional<PlanRunId> before) {}

    void add(
            PlanRunId run, EmergencyId emergency, Optional<PlanRunId> before, PlanWish wish, Sense sense, Instant now) {
        entityManager
                .createNativeQuery("""
                    insert into allocation_run (run_id, emergency_id, before_id, wish, sense, begun_at)
                    values (:run, :emergency, cast(nullif(:before, '') as uuid), cast(:wish as jsonb), cast(:sense as jsonb), :at)
                    """)
                .setParameter("run", run.value())
                .setParameter("emergency", emergency.value())
                .setParameter("before", before.map(PlanRunId::toString).orElse(""))
                .setParameter("wish", SenseText.write(wish))
                .setParameter("sense", SenseText.write(sense))
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Of all runs of an emergency what was asked for. */
    Map<PlanRunId, Asked> asked(EmergencyId emergency) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select run_id, cast(wish as text), before_id from allocation_run where emergency_id = :emergency")
                .setParameter("emergency", emergency.value())
                .getResultList();
        Map<PlanRunId, Asked> asked = new LinkedHashMap<>();
        for (Object row : rows) {
            @Nullable Object[] cells = (@Nullable Object[]) row;
            asked.put(new PlanRunId((UUID) some(cells[0])), asked(some(cells[1]), cells[2]));
        }
        return asked;
    }

    /** What was asked for in one run of this emergency; empty when it is none of its. */
    Optional<Asked> asked(EmergencyId emergency, PlanRunId run) {
        return one("cast(wish as text), before_id", emergency, run).map(cells -> asked(some(cells[0]), cells[1]));
    }

    Optional<Sense> sense(EmergencyId emergency, PlanRunId run) {
        return one("cast(sense as text), before_id", emergency, run)
                .map(cells -> SenseText.read((String) some(cells[0]), Sense.class));
    }

    /** What a run was made for; the rest of its sense can be large, and is not read. */
    List<Sense.DemandSense> demands(EmergencyId emergency, PlanRunId run) {
        return one("cast(sense -> 'demands' as text), before_id", emergency, run)
                .map(cells -> List.of(SenseText.read((String) some(cells[0]), Sense.DemandSense[].class)))
                .orElseGet(List::of);
    }

    private Optional<@Nullable Object[]> one(String columns, EmergencyId emergency, PlanRunId run) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select " + columns + " from allocation_run where run_id = :run and emergency_id = :emergency")
                .setParameter("run", run.value())
                .setParameter("emergency", emergency.value())
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((@Nullable Object[]) rows.get(0));
    }

    private static Asked asked(Object wish, @Nullable Object before) {
        return new Asked(
                SenseText.read((String) wish, PlanWish.class),
                before == null ? Optional.empty() : Optional.of(new PlanRunId((UUID) before)));
    }

    // ── Legal bases ─────────────────────────────────────────────────────────────

    void add(PlanRunId run, LegBasis basis) {
        entityManager
                .createNativeQuery("""
                    insert into allocation_basis (run_id, arc, basis, authority, document, decided_by, decided_at)
                    values (:run, :arc, :basis, :authority, :document, :by, :at)
                    """)
                .setParameter("run", run.value())
                .setParameter("arc", basis.arc())
                .setParameter("basis", basis.basis().name())
                .setParameter("authority", basis.authority())
                .setParameter("document", basis.document())
                .setParameter("by", basis.decidedBy())
                .setParameter("at", basis.decidedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The last decision for each leg. */
    List<LegBasis> bases(PlanRunId run) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select distinct on (arc) arc, basis, authority, document, decided_by, decided_at"
                                + " from allocation_basis where run_id = :run order by arc, id desc",
                        Object[].class)
                .setParameter("run", run.value())
                .getResultList();
        return rows.stream()
                .map(row -> {
                    Object[] cells = (Object[]) row;
                    return new LegBasis(
                            (Integer) cells[0],
                            LegalBasis.valueOf((String) cells[1]),
                            (String) cells[2],
                            (String) cells[3],
                            (String) cells[4],
                            moment(cells[5]));
                })
                .toList();
    }

    private static Instant moment(Object cell) {
        return cell instanceof Instant instant ? instant : ((OffsetDateTime) cell).toInstant();
    }

    private static Object some(@Nullable Object cell) {
        if (cell == null) {
            throw new IllegalStateException("A column that is never empty was");
        }
        return cell;
    }
}
