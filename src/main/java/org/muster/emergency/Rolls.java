package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Roll calls, whom they ask, what was answered, and what is in the way; read and written as rows. */
@ApplicationScoped
class Rolls {

    record Call(
            UUID id, EmergencyId emergency, String productKey, String areaCode, Instant calledAt, String calledBy) {}

    record Ask(UUID id, UUID call, OrganisationId organisation, List<ListingId> listings) {}

    private static final String CALL =
            "select id, emergency_id, product_key, area_code, called_at, called_by_name from roll_call";
    private static final String ASK =
            "select id, roll_call_id, organisation_id, array_to_string(listings, ',') as listings from roll_ask";
    private static final String ANSWER =
            "select ask_id, day, running, stock, output, unit, material_days, array_to_string(missing, ',') as"
                    + " missing, note, answered_by, typed_by, at from roll_answer";
    private static final String TASK =
            "select t.id, o.name, t.blocker, t.note, t.owner, t.due_at, t.done_at, t.done_by from emergency_task t"
                    + " join organisation o on o.id = t.organisation_id";

    private final EntityManager entityManager;

    Rolls(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    // ── Calls ───────────────────────────────────────────────────────────────────

    void add(Call call) {
        entityManager
                .createNativeQuery(
                        "insert into roll_call (id, emergency_id, product_key, area_code, called_at, called_by_name)"
                                + " values (:id, :emergency, :product, :area, :at, :by)")
                .setParameter("id", call.id())
                .setParameter("emergency", call.emergency().value())
                .setParameter("product", call.productKey())
                .setParameter("area", call.areaCode())
                .setParameter("at", call.calledAt().atOffset(ZoneOffset.UTC))
                .setParameter("by", call.calledBy())
                .executeUpdate();
    }

    List<Call> of(EmergencyId emergency) {
        return calls(rows(CALL + " where emergency_id = :emergency order by called_at, id")
                .setParameter("emergency", emergency.value()));
    }

    Optional<Call> call(UUID id) {
        return calls(rows(CALL + " where id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    Optional<Call> call(EmergencyId emergency, String productKey, String areaCode) {
        return of(emergency).stream()
                .filter(call ->
                        call.productKey().equals(productKey) && call.areaCode().equals(areaCode))
                .findFirst();
    }

    private static List<Call> calls(NativeQuery<Object[]> query) {
        query.addScalar("id", UUID.class)
                .addScalar("emergency_id", UUID.class)
                .addScalar("product_key", String.class)
                .addScalar("area_code", String.class)
                .addScalar("called_at", Instant.class)
                .addScalar("called_by_name", String.class);
        return query.getResultList().stream()
                .map(row -> new Call(
                        (UUID) row[0],
                        new EmergencyId((UUID) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (Instant) row[4],
                        (String) row[5]))
                .toList();
    }

    // ── Asks ────────────────────────────────────────────────────────────────────

    void add(Ask ask) {
        entityManager
                .createNativeQuery(
                        "insert into roll_ask (id, roll_call_id, organisation_id, listings) values (:id, :call,"
                                + " :organisation, cast(string_to_array(:listings, ',') as uuid[])) on conflict"
                                + " (roll_call_id, organisation_id) do update set listings = excluded.listings")
                .setParameter("id", ask.id())
                .setParameter("call", ask.call())
                .setParameter("organisation", ask.organisation().value())
                .setParameter(
                        "listings",
                        ask.listings().stream().map(ListingId::toString).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    List<Ask> asks(UUID call) {
        return asks(rows(ASK + " where roll_call_id = :call").setParameter("call", call));
    }

    Optional<Ask> ask(UUID id) {
        return asks(rows(ASK + " where id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    private static List<Ask> asks(NativeQuery<Object[]> query) {
        query.addScalar("id", UUID.class)
                .addScalar("roll_call_id", UUID.class)
                .addScalar("organisation_id", UUID.class)
                .addScalar("listings", String.class);
        return query.getResultList().stream()
                .map(row -> new Ask(
                        (UUID) row[0],
                        (UUID) row[1],
                        new OrganisationId((UUID) row[2]),
                        words((String) row[3]).stream().map(ListingId::of).toList()))
                .toList();
    }

    // ── Answers ─────────────────────────────────────────────────────────────────

    void add(UUID ask, RollAnswer answer, String unit) {
        entityManager
                .createNativeQuery(
                        "insert into roll_answer (id, ask_id, day, running, stock, output, unit, material_days,"
                                + " missing, note, answered_by, typed_by, at) values (:id, :ask, :day, :running,"
                                + " cast(nullif(:stock, '') as numeric), cast(nullif(:output, '') as numeric), :unit,"
                                + " cast(nullif(:days, '') as integer), string_to_array(:missing, ','), :note, :by,"
                                + " nullif(:typed, ''), :at)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("ask", ask)
                .setParameter("day", answer.day())
                .setParameter("running", answer.running().name())
                .setParameter("stock", figure(answer.stock()))
                .setParameter("output", figure(answer.output()))
                .setParameter("unit", unit)
                .setParameter(
                        "days", answer.materialDays().map(Object::toString).orElse(""))
                .setParameter(
                        "missing",
                        answer.missing().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .setParameter("note", answer.note())
                .setParameter("by", answer.answeredBy())
                .setParameter("typed", answer.typedBy().orElse(""))
                .setParameter("at", answer.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Blank for none: the type of a missing figure would not be known. */
    private static String figure(Optional<Quantity> amount) {
        return amount.map(some -> some.amount().toPlainString()).orElse("");
    }

    /** The last first. */
    List<RollAnswer> answers(UUID ask) {
        NativeQuery<Object[]> query = rows(ANSWER + " where ask_id = :ask order by at desc limit 60");
        query.setParameter("ask", ask);
        query.addScalar("ask_id", UUID.class)
                .addScalar("day", LocalDate.class)
                .addScalar("running", String.class)
                .addScalar("stock", BigDecimal.class)
                .addScalar("output", BigDecimal.class)
                .addScalar("unit", String.class)
                .addScalar("material_days", Integer.class)
                .addScalar("missing", String.class)
                .addScalar("note", String.class)
                .addScalar("answered_by", String.class)
                .addScalar("typed_by", String.class)
                .addScalar("at", Instant.class);
        return query.getResultList().stream()
                .map(row -> new RollAnswer(
                        (LocalDate) row[1],
                        Running.valueOf((String) row[2]),
                        quantity(row[3], (String) row[5]),
                        quantity(row[4], (String) row[5]),
                        Optional.ofNullable((Integer) row[6]),
                        words((String) row[7]).stream().map(Blocker::valueOf).collect(Collectors.toSet()),
                        (String) row[8],
                        (String) row[9],
                        Optional.ofNullable((String) row[10]),
                        (Instant) row[11]))
                .toList();
    }

    private static Optional<Quantity> quantity(@Nullable Object amount, String unit) {
        return Optional.ofNullable((BigDecimal) amount).map(some -> new Quantity(some, Unit.of(unit)));
    }

    // ── Tasks ───────────────────────────────────────────────────────────────────

    /** Opened once: said again while it is open, its note is renewed. */
    void open(EmergencyId emergency, UUID ask, Blocker blocker, String note, String owner, Instant due, Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into emergency_task (id, emergency_id, ask_id, organisation_id, blocker, note,"
                                + " owner, due_at, opened_at) select :id, :emergency, a.id, a.organisation_id, :blocker, :note,"
                                + " :owner, :due, :now from roll_ask a where a.id = :ask on"
                                + " conflict (ask_id, blocker) where done_at is null do update set note = excluded.note")
                .setParameter("id", UUID.randomUUID())
                .setParameter("emergency", emergency.value())
                .setParameter("ask", ask)
                .setParameter("blocker", blocker.name())
                .setParameter("note", note)
                .setParameter("owner", owner)
                .setParameter("due", due.atOffset(ZoneOffset.UTC))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** What a supplier said has to be there first; opened once. */
    void openForSupply(
            EmergencyId emergency,
            UUID ask,
            OrganisationId organisation,
            Blocker blocker,
            String note,
            String owner,
            Instant due,
            Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into emergency_task (id, emergency_id, supply_ask_id, organisation_id, blocker,"
                                + " note, owner, due_at, opened_at) values (:id, :emergency, :ask, :organisation, :blocker, :note,"
                                + " :owner, :due, :now) on conflict (supply_ask_id, blocker) where done_at is null do nothing")
                .setParameter("id", UUID.randomUUID())
                .setParameter("emergency", emergency.value())
                .setParameter("ask", ask)
                .setParameter("organisation", organisation.value())
                .setParameter("blocker", blocker.name())
                .setParameter("note", note)
                .setParameter("owner", owner)
                .setParameter("due", due.atOffset(ZoneOffset.UTC))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    boolean assign(EmergencyId emergency, UUID task, String owner, Instant due) {
        return entityManager
                        .createNativeQuery(
                                "update emergency_task set owner = :owner, due_at = :due where id = :task and"
                                        + " emergency_id = :emergency and done_at is null")
                        .setParameter("owner", owner)
                        .setParameter("due", due.atOffset(ZoneOffset.UTC))
                        .setParameter("task", task)
                        .setParameter("emergency", emergency.value())
                        .executeUpdate()
                > 0;
    }

    boolean done(EmergencyId emergency, UUID task, String by, Instant now) {
        return entityManager
                        .createNativeQuery(
                                "update emergency_task set done_at = :now, done_by = :by where id = :task and"
                                        + " emergency_id = :emergency and done_at is null")
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("by", by)
                        .setParameter("task", task)
                        .setParameter("emergency", emergency.value())
                        .executeUpdate()
                > 0;
    }

    /** Those that are open first, the most urgent of them first. */
    List<EmergencyTask> tasks(EmergencyId emergency) {
        NativeQuery<Object[]> query = rows(TASK
                + " where t.emergency_id = :emergency order by t.done_at desc nulls first, t.due_at, t.id limit 200");
        query.setParameter("emergency", emergency.value());
        query.addScalar("id", UUID.class)
                .addScalar("name", String.class)
                .addScalar("blocker", String.class)
                .addScalar("note", String.class)
                .addScalar("owner", String.class)
                .addScalar("due_at", Instant.class)
                .addScalar("done_at", Instant.class)
                .addScalar("done_by", String.class);
        return query.getResultList().stream()
                .map(row -> new EmergencyTask(
                        (UUID) row[0],
                        (String) row[1],
                        Blocker.valueOf((String) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        Optional.ofNullable((Instant) row[6]),
                        Optional.ofNullable((String) row[7])))
                .toList();
    }

    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }

    private static List<String> words(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
