package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyId;

/** Repairs, what they were made for, what was lost, and up to where they apply by themselves. */
@ApplicationScoped
class RepairRows {

    private final EntityManager database;

    RepairRows(EntityManager database) {
        this.database = database;
    }

    record Row(
            UUID run,
            EmergencyId emergency,
            UUID before,
            RepairState state,
            Instant begunAt,
            String decidedBy,
            Optional<Instant> decidedAt,
            Optional<UUID> round) {}

    record Lost(Loss loss, String note) {}

    /** States of repairs that saw to their causes, whatever the office made of them. */
    private static final String SEEN_TO = "('PROPOSED', 'APPLYING', 'APPLIED', 'LEFT')";

    private static final String COLUMNS =
            "select run_id, emergency_id, before_id, state, begun_at, decided_by, decided_at, round_id from plan_repair ";

    void add(UUID run, EmergencyId emergency, UUID before, String by, Instant now) {
        database.createNativeQuery(
                        "insert into plan_repair (run_id, emergency_id, before_id, state, begun_by, begun_at,"
                                + " decided_by) values (:run, :emergency, :before, 'PROPOSED', :by, :at, '')")
                .setParameter("run", run)
                .setParameter("emergency", emergency.value())
                .setParameter("before", before)
                .setParameter("by", by)
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void addCause(UUID run, UUID ask, String cause) {
        database.createNativeQuery(
                        "insert into plan_repair_cause (run_id, ask_id, cause) values (:run, :ask, :cause) on conflict do nothing")
                .setParameter("run", run)
                .setParameter("ask", ask)
                .setParameter("cause", cause)
                .executeUpdate();
    }

    /** By their asks. */
    Map<UUID, String> causes(UUID run) {
        List<?> found = database.createNativeQuery(
                        "select ask_id, cause from plan_repair_cause where run_id = :run order by cause = 'WITHDRAWN'")
                .setParameter("run", run)
                .getResultList();
        Map<UUID, String> causes = new HashMap<>();
        for (Object row : found) {
            Object[] cells = (Object[]) row;
            causes.putIfAbsent((UUID) cells[0], (String) cells[1]);
        }
        return causes;
    }

    /** One after the other, for each emergency. */
    void lock(EmergencyId emergency) {
        database.createNativeQuery("select id from emergency where id = :id for update")
                .setParameter("id", emergency.value())
                .getResultList();
    }

    /** False when it was not in that state any more. */
    boolean move(UUID run, RepairState from, RepairState to, String by, Instant now) {
        return database.createNativeQuery("update plan_repair set state = :to, decided_by = :by, decided_at = :at"
                                + " where run_id = :run and state = :from")
                        .setParameter("to", to.name())
                        .setParameter("by", by)
                        .setParameter("at", now.atOffset(ZoneOffset.UTC))
                        .setParameter("run", run)
                        .setParameter("from", from.name())
                        .executeUpdate()
                == 1;
    }

    void asked(UUID run, UUID round) {
        database.createNativeQuery("update plan_repair set round_id = :round where run_id = :run")
                .setParameter("round", round)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** The last first. */
    List<Row> of(EmergencyId emergency) {
        return rows(
                database.createNativeQuery(COLUMNS + "where emergency_id = :emergency order by begun_at desc, run_id")
                        .setParameter("emergency", emergency.value()));
    }

    Optional<Row> byId(UUID run) {
        return rows(database.createNativeQuery(COLUMNS + "where run_id = :run").setParameter("run", run)).stream()
                .findFirst();
    }

    List<Row> open() {
        return rows(database.createNativeQuery(COLUMNS + "where state in ('PROPOSED', 'APPLYING')"));
    }

    private static List<Row> rows(Query query) {
        List<?> found = query.getResultList();
        return found.stream().map(row -> row((@Nullable Object[]) row)).toList();
    }

    private static Row row(@Nullable Object[] cells) {
        return new Row(
                (UUID) some(cells[0]),
                new EmergencyId((UUID) some(cells[1])),
                (UUID) some(cells[2]),
                RepairState.valueOf((String) some(cells[3])),
                moment(some(cells[4])),
                (String) some(cells[5]),
                Optional.ofNullable(cells[6]).map(RepairRows::moment),
                Optional.ofNullable((UUID) cells[7]));
    }

    private static Object some(@Nullable Object cell) {
        return Objects.requireNonNull(cell);
    }

    private static Instant moment(Object cell) {
        return cell instanceof OffsetDateTime at ? at.toInstant() : (Instant) cell;
    }

    // ── Wanted by now ───────────────────────────────────────────────────────────

    /** A repair that counts its legs anew: where those of the plan before are in it. */
    void moved(UUID run, Map<Integer, Integer> positions) {
        positions.forEach((before, arc) -> database.createNativeQuery(
                        "insert into plan_repair_position (run_id, before_arc, arc) values (:run, :before, :arc)")
                .setParameter("run", run)
                .setParameter("before", before)
                .setParameter("arc", arc)
                .executeUpdate());
    }

    /** By repairs; where somebody was asked for nothing that is still in it there is an entry all the same. */
    Map<UUID, Map<Integer, Integer>> moved(EmergencyId emergency) {
        List<?> found = database.createNativeQuery("select distinct r.run_id, p.before_arc, p.arc from plan_repair r"
                        + " join plan_repair_need n on n.run_id = r.run_id"
                        + " left join plan_repair_position p on p.run_id = r.run_id where r.emergency_id = :emergency")
                .setParameter("emergency", emergency.value())
                .getResultList();
        Map<UUID, Map<Integer, Integer>> moved = new HashMap<>();
        for (Object row : found) {
            @Nullable Object[] cells = (@Nullable Object[]) row;
            Map<Integer, Integer> of = moved.computeIfAbsent((UUID) some(cells[0]), any -> new HashMap<>());
            if (cells[1] != null) {
                of.put((Integer) some(cells[1]), (Integer) some(cells[2]));
            }
        }
        return moved;
    }

    void addNeed(UUID run, String demand, String wanted) {
        database.createNativeQuery(
                        "insert into plan_repair_need (run_id, demand, wanted) values (:run, :demand, :wanted)")
                .setParameter("run", run)
                .setParameter("demand", demand)
                .setParameter("wanted", wanted)
                .executeUpdate();
    }

    /** For what that is wanted more repairs were made, whatever came of them: an output, and how much of it. */
    Set<String> needsSeenTo(EmergencyId emergency) {
        return texts(
                "select concat(n.demand, ' ', n.wanted) from plan_repair_need n"
                        + " join plan_repair r on r.run_id = n.run_id where r.emergency_id = :emergency and r.state in "
                        + SEEN_TO,
                emergency);
    }

    /** Those that run and have a plan that somebody was asked for. */
    List<UUID> planned() {
        List<?> found = database.createNativeQuery("select e.id from emergency e where e.closed_at is null and exists"
                        + " (select 1 from ask a where a.emergency_id = e.id and a.run_id is not null)")
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    // ── Causes ──────────────────────────────────────────────────────────────────

    /** For what repairs were made, whatever came of them: an ask, and what was said to it. */
    Set<String> seenTo(EmergencyId emergency) {
        return causes(emergency, SEEN_TO);
    }

    /** For what repairs were agreed to. */
    Set<String> settled(EmergencyId emergency) {
        return causes(emergency, "('APPLIED')");
    }

    private Set<String> causes(EmergencyId emergency, String states) {
        return texts(
                "select concat(c.ask_id, ' ', c.cause) from plan_repair_cause c"
                        + " join plan_repair r on r.run_id = c.run_id where r.emergency_id = :emergency"
                        + " and r.state in " + states,
                emergency);
    }

    private Set<String> texts(String query, EmergencyId emergency) {
        List<?> found = database.createNativeQuery(query)
                .setParameter("emergency", emergency.value())
                .getResultList();
        return found.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    // ── Losses ──────────────────────────────────────────────────────────────────

    /** False when it was lost before. */
    boolean lose(UUID ask, Loss loss, String note, String who, Instant now) {
        return database.createNativeQuery(
                                "insert into ask_loss (ask_id, loss, note, who, at) values (:ask, :loss, :note, :who, :at)"
                                        + " on conflict do nothing")
                        .setParameter("ask", ask)
                        .setParameter("loss", loss.name())
                        .setParameter("note", note)
                        .setParameter("who", who)
                        .setParameter("at", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    Map<UUID, Lost> losses(EmergencyId emergency) {
        List<?> found = database.createNativeQuery("select l.ask_id, l.loss, l.note from ask_loss l"
                        + " join ask a on a.id = l.ask_id where a.emergency_id = :emergency")
                .setParameter("emergency", emergency.value())
                .getResultList();
        Map<UUID, Lost> lost = new HashMap<>();
        for (Object row : found) {
            Object[] cells = (Object[]) row;
            lost.put((UUID) cells[0], new Lost(Loss.valueOf((String) cells[1]), (String) cells[2]));
        }
        return lost;
    }

    // ── Limits ──────────────────────────────────────────────────────────────────

    Optional<RepairLimits> limits(EmergencyId emergency) {
        List<?> found = database.createNativeQuery(
                        "select legs, percent, set_by, set_at from repair_limit where emergency_id = :emergency")
                .setParameter("emergency", emergency.value())
                .getResultList();
        return found.stream().findFirst().map(row -> {
            Object[] cells = (Object[]) row;
            return new RepairLimits((Integer) cells[0], (Integer) cells[1], (String) cells[2], moment(cells[3]));
        });
    }

    void limit(EmergencyId emergency, int legs, int percent, String by, Instant now) {
        database.createNativeQuery("insert into repair_limit (emergency_id, legs, percent, set_by, set_at)"
                        + " values (:emergency, :legs, :percent, :by, :at) on conflict (emergency_id) do update"
                        + " set legs = :legs, percent = :percent, set_by = :by, set_at = :at")
                .setParameter("emergency", emergency.value())
                .setParameter("legs", legs)
                .setParameter("percent", percent)
                .setParameter("by", by)
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Those whose plan somebody did not say yes to, and that run. */
    List<UUID> troubled() {
        List<?> found = database.createNativeQuery("select distinct a.emergency_id from ask a"
                        + " join emergency e on e.id = a.emergency_id and e.closed_at is null"
                        + " left join ask_loss l on l.ask_id = a.id"
                        + " where a.run_id is not null and (a.state in"
                        + " ('DECLINED', 'EXPIRED', 'WITHDRAWN', 'COUNTERED', 'CONDITIONAL') or l.ask_id is not null"
                        + " or a.rejected_amount > 0)"
                        + " and not exists (select 1 from plan_repair_cause c join plan_repair r on r.run_id = c.run_id"
                        + " where c.ask_id = a.id and c.cause = coalesce(l.loss, case when a.rejected_amount > 0 then"
                        + " 'PARTLY_REJECTED ' || trim_scale(a.rejected_amount) end, a.state)"
                        + " and r.state in " + SEEN_TO + ")")
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }
}
