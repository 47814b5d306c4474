package org.muster.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.emergency.EmergencyId;
import org.muster.planning.PlanRunId;

/** Drills and their steps; a step that was told is not told again. */
@ApplicationScoped
class DrillRows {

    /** @param endedAt empty while it is played */
    record Row(
            UUID id,
            EmergencyId emergency,
            PlanRunId run,
            long seed,
            int speed,
            String begunBy,
            Instant begunAt,
            Optional<Instant> endedAt) {

        /** Minutes of the time that is played. */
        long minuteAt(Instant now) {
            return Math.max(0, (endedAt.orElse(now).toEpochMilli() - begunAt.toEpochMilli()) * speed / 60_000);
        }
    }

    private static final String SELECT =
            "select id, emergency_id, run_id, seed, speed, begun_by_name, begun_at, ended_at from drill ";

    private final EntityManager entityManager;

    DrillRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Row row, List<DrillStep> steps) {
        entityManager
                .createNativeQuery("insert into drill (id, emergency_id, run_id, seed, speed, begun_by_name, begun_at)"
                        + " values (:id, :emergency, :run, :seed, :speed, :by, :at)")
                .setParameter("id", row.id())
                .setParameter("emergency", row.emergency().value())
                .setParameter("run", row.run().value())
                .setParameter("seed", row.seed())
                .setParameter("speed", row.speed())
                .setParameter("by", row.begunBy())
                .setParameter("at", row.begunAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        addSteps(row.id(), steps);
    }

    void addSteps(UUID drill, List<DrillStep> steps) {
        for (DrillStep step : steps) {
            entityManager
                    .createNativeQuery("insert into drill_step (drill_id, position, arc, kind, minute, late) values"
                            + " (:drill, :position, :arc, :kind, :minute, :late)")
                    .setParameter("drill", drill)
                    .setParameter("position", step.position())
                    .setParameter("arc", step.arc())
                    .setParameter("kind", step.kind().name())
                    .setParameter("minute", step.minute())
                    .setParameter("late", step.late())
                    .executeUpdate();
        }
    }

    /** The last one begun. */
    Optional<Row> latest(EmergencyId emergency) {
        return read(rows(SELECT + "where emergency_id = :emergency order by begun_at desc limit 1")
                .setParameter("emergency", emergency.value()));
    }

    List<UUID> playing() {
        return entityManager
                .createNativeQuery("select id from drill where ended_at is null order by begun_at", UUID.class)
                .getResultList();
    }

    /** Empty while another replica has it. */
    Optional<Row> taken(UUID id) {
        return read(rows(SELECT + "where id = :id and ended_at is null for update skip locked")
                .setParameter("id", id));
    }

    Optional<Row> locked(EmergencyId emergency) {
        return read(rows(SELECT + "where emergency_id = :emergency and ended_at is null for update")
                .setParameter("emergency", emergency.value()));
    }

    void end(UUID id, Instant now) {
        entityManager
                .createNativeQuery("update drill set ended_at = :now where id = :id")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("id", id)
                .executeUpdate();
    }

    /** All of them, in their order, told or not. */
    List<DrillStep> steps(UUID drill) {
        return steps(drill, Long.MAX_VALUE, "");
    }

    List<DrillStep> told(UUID drill) {
        return steps(drill, Long.MAX_VALUE, " and told_at is not null");
    }

    List<DrillStep> untold(UUID drill, long minute) {
        return steps(drill, minute, " and told_at is null");
    }

    boolean hasUntold(UUID drill) {
        return !untold(drill, Long.MAX_VALUE).isEmpty();
    }

    void tell(UUID drill, int position, Instant now) {
        entityManager
                .createNativeQuery(
                        "update drill_step set told_at = :now where drill_id = :drill and position = :position")
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("drill", drill)
                .setParameter("position", position)
                .executeUpdate();
    }

    // ── Repairs ─────────────────────────────────────────────────────────────────

    enum RepairState {
        PLANNED,
        APPLIED,
        LEFT
    }

    /**
     * @param minute of the time that is played, in which it was begun
     * @param lost how many legs were lost by then
     */
    record Repair(int position, PlanRunId run, PlanRunId before, long minute, int lost, RepairState state) {}

    void add(UUID drill, Repair repair) {
        entityManager
                .createNativeQuery(
                        "insert into drill_repair (drill_id, position, run_id, before_id, minute, lost, state)"
                                + " values (:drill, :position, :run, :before, :minute, :lost, :state)")
                .setParameter("drill", drill)
                .setParameter("position", repair.position())
                .setParameter("run", repair.run().value())
                .setParameter("before", repair.before().value())
                .setParameter("minute", repair.minute())
                .setParameter("lost", repair.lost())
                .setParameter("state", repair.state().name())
                .executeUpdate();
    }

    void move(UUID drill, Repair repair, RepairState to) {
        entityManager
                .createNativeQuery(
                        "update drill_repair set state = :state where drill_id = :drill and position = :position")
                .setParameter("state", to.name())
                .setParameter("drill", drill)
                .setParameter("position", repair.position())
                .executeUpdate();
    }

    /** In their order. */
    List<Repair> repairs(UUID drill) {
        NativeQuery<Object[]> query = rows("select position, run_id, before_id, minute, lost, state from drill_repair"
                + " where drill_id = :drill order by position");
        query.addScalar("position", Integer.class)
                .addScalar("run_id", UUID.class)
                .addScalar("before_id", UUID.class)
                .addScalar("minute", Long.class)
                .addScalar("lost", Integer.class)
                .addScalar("state", String.class)
                .setParameter("drill", drill);
        return query.getResultList().stream()
                .map(row -> new Repair(
                        (Integer) row[0],
                        new PlanRunId((UUID) row[1]),
                        new PlanRunId((UUID) row[2]),
                        (Long) row[3],
                        (Integer) row[4],
                        RepairState.valueOf((String) row[5])))
                .toList();
    }

    private List<DrillStep> steps(UUID drill, long minute, String which) {
        NativeQuery<Object[]> query = rows("select position, arc, kind, minute, late from drill_step where drill_id ="
                + " :drill and minute <= :minute" + which + " order by position");
        query.addScalar("position", Integer.class)
                .addScalar("arc", Integer.class)
                .addScalar("kind", String.class)
                .addScalar("minute", Long.class)
                .addScalar("late", Long.class)
                .setParameter("drill", drill)
                .setParameter("minute", minute);
        return query.getResultList().stream()
                .map(row -> new DrillStep(
                        (Integer) row[0], (Integer) row[1], StepKind.valueOf((String) row[2]), (Long) row[3], (Long)
                                row[4]))
                .toList();
    }

    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private static Optional<Row> read(NativeQuery<Object[]> query) {
        query.addScalar("id", UUID.class)
                .addScalar("emergency_id", UUID.class)
                .addScalar("run_id", UUID.class)
                .addScalar("seed", Long.class)
                .addScalar("speed", Integer.class)
                .addScalar("begun_by_name", String.class)
                .addScalar("begun_at", Instant.class)
                .addScalar("ended_at", Instant.class);
        return query.getResultList().stream()
                .map(row -> new Row(
                        (UUID) row[0],
                        new EmergencyId((UUID) row[1]),
                        new PlanRunId((UUID) row[2]),
                        (Long) row[3],
                        (Integer) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        Optional.ofNullable((Instant) row[7])))
                .findFirst();
    }
}
