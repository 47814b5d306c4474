package org.muster.ask;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.muster.emergency.Blocker;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Asks, what happened to them, and who tried to answer without the right digits. */
@ApplicationScoped
class AskRows implements PanacheRepositoryBase<SupplyAsk, UUID> {

    private static final int SHOWN = 400;

    Optional<SupplyAsk> byId(UUID id) {
        return findByIdOptional(id);
    }

    Optional<SupplyAsk> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<SupplyAsk> of(EmergencyId emergency) {
        return find("emergency = ?1 and state <> ?2 order by askedAt desc, id", emergency.value(), AskState.NOT_HELD)
                .page(0, SHOWN)
                .list();
    }

    List<SupplyAsk> askedOf(OrganisationId organisation) {
        return find(
                        "organisation = ?1 and state not in (?2, ?3) order by askedAt desc, id",
                        organisation.value(),
                        AskState.HOLDING,
                        AskState.NOT_HELD)
                .page(0, SHOWN)
                .list();
    }

    /** What plans of open emergencies were asked of it and has not been lost. */
    List<SupplyAsk> plannedOf(OrganisationId organisation) {
        return getEntityManager()
                .createNativeQuery(
                        "select a.* from ask a join emergency e on e.id = a.emergency_id and e.closed_at is null"
                                + " where a.organisation_id = :organisation and a.run_id is not null"
                                + " and not exists (select 1 from ask_loss l where l.ask_id = a.id)",
                        SupplyAsk.class)
                .setParameter("organisation", organisation.value())
                .getResultList();
    }

    List<SupplyAsk> round(UUID round) {
        return find("roundId = ?1 order by id", round).list();
    }

    /** All that were asked for any of these plans, the first first. */
    List<SupplyAsk> ofRuns(Collection<UUID> runs) {
        return runs.isEmpty()
                ? List.of()
                : find(
                                "run in ?1 and state not in (?2, ?3) order by askedAt, id",
                                runs,
                                AskState.HOLDING,
                                AskState.NOT_HELD)
                        .list();
    }

    /** The plan that somebody was asked for last. */
    Optional<SupplyAsk> lastPlanned(EmergencyId emergency) {
        return find(
                        "emergency = ?1 and run is not null and state not in (?2, ?3) order by askedAt desc, id",
                        emergency.value(),
                        AskState.HOLDING,
                        AskState.NOT_HELD)
                .firstResultOptional();
    }

    boolean planned(UUID run) {
        return count(
                        "run = ?1 and state not in (?2, ?3, ?4, ?5)",
                        run,
                        AskState.NOT_HELD,
                        AskState.DECLINED,
                        AskState.EXPIRED,
                        AskState.WITHDRAWN)
                > 0;
    }

    /** How many of an emergency's asks have something held that nobody has promised. */
    long waiting(EmergencyId emergency) {
        return count(
                "emergency = ?1 and state in (?2, ?3, ?4, ?5, ?6)",
                emergency.value(),
                AskState.HOLDING,
                AskState.REQUESTED,
                AskState.ACKNOWLEDGED,
                AskState.CONDITIONAL,
                AskState.COUNTERED);
    }

    /** All that were ever held, the first asked first. */
    List<SupplyAsk> ever(EmergencyId emergency) {
        return list(
                "emergency = ?1 and state not in (?2, ?3) order by askedAt, id",
                emergency.value(),
                AskState.HOLDING,
                AskState.NOT_HELD);
    }

    boolean repairs(UUID run) {
        return !getEntityManager()
                .createNativeQuery("select run_id from plan_repair where run_id = :run")
                .setParameter("run", run)
                .getResultList()
                .isEmpty();
    }

    /** Written down, and not held within the time that holding takes. */
    List<UUID> stuckRounds(Instant before) {
        return getEntityManager()
                .createQuery(
                        "select distinct a.roundId from SupplyAsk a where a.state = :state and a.askedAt < :before",
                        UUID.class)
                .setParameter("state", AskState.HOLDING)
                .setParameter("before", before)
                .getResultList();
    }

    /** Promises of which all has come and some was accepted, and of which the ledger does not know it yet. */
    List<UUID> toReceive(int most) {
        return getEntityManager()
                .createQuery(
                        "select a.id from SupplyAsk a where a.state = :state and a.receivedAt is null"
                                + " and a.accepted > 0 and a.accepted + a.rejected >= a.amount and a.answering is null",
                        UUID.class)
                .setParameter("state", AskState.COMMITTED)
                .setMaxResults(most)
                .getResultList();
    }

    List<UUID> stuckAnswers(Instant before) {
        return getEntityManager()
                .createQuery("select a.id from SupplyAsk a where a.answeringSince < :before", UUID.class)
                .setParameter("before", before)
                .getResultList();
    }

    /** Those whose time is up, or who are due to be reminded; found by the clock alone, judged under lock. */
    List<SupplyAsk> waiting(int most) {
        return getEntityManager()
                .createQuery(
                        "select a from SupplyAsk a where a.state in :states order by a.answerBy, a.id", SupplyAsk.class)
                .setParameter(
                        "states",
                        List.of(AskState.REQUESTED, AskState.ACKNOWLEDGED, AskState.CONDITIONAL, AskState.COUNTERED))
                .setMaxResults(most)
                .getResultList();
    }

    // ── Entries ─────────────────────────────────────────────────────────────────

    void add(UUID ask, AskEntry entry) {
        getEntityManager()
                .createNativeQuery("insert into ask_entry (ask_id, at, deed, who, typed_by, note, conditions, amount,"
                        + " unit, day, rung) values (:ask, :at, :deed, :who, :typed, :note, :conditions,"
                        + " cast(nullif(:amount, '') as numeric), nullif(:unit, ''), cast(nullif(:day, '') as date),"
                        + " cast(nullif(:rung, '') as integer))")
                .setParameter("ask", ask)
                .setParameter("at", entry.at().atOffset(ZoneOffset.UTC))
                .setParameter("deed", entry.deed().name())
                .setParameter("who", entry.who())
                .setParameter("typed", entry.typedBy())
                .setParameter("note", entry.note())
                .setParameter(
                        "conditions",
                        entry.conditions().stream().map(Enum::name).collect(Collectors.joining(",")))
                .setParameter(
                        "amount",
                        entry.amount().map(one -> one.amount().toPlainString()).orElse(""))
                .setParameter(
                        "unit", entry.amount().map(one -> one.unit().code()).orElse(""))
                .setParameter("day", entry.day().map(LocalDate::toString).orElse(""))
                .setParameter("rung", entry.rung().map(Object::toString).orElse(""))
                .executeUpdate();
    }

    /** The first first. */
    List<AskEntry> entries(UUID ask) {
        NativeQuery<Object[]> query = getEntityManager()
                .createNativeQuery(
                        "select at, deed, who, typed_by, note, conditions, amount, unit, day, rung from ask_entry"
                                + " where ask_id = :ask order by id",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.setParameter("ask", ask);
        query.addScalar("at", Instant.class)
                .addScalar("deed", String.class)
                .addScalar("who", String.class)
                .addScalar("typed_by", String.class)
                .addScalar("note", String.class)
                .addScalar("conditions", String.class)
                .addScalar("amount", BigDecimal.class)
                .addScalar("unit", String.class)
                .addScalar("day", LocalDate.class)
                .addScalar("rung", Integer.class);
        return query.getResultList().stream()
                .map(row -> new AskEntry(
                        (Instant) row[0],
                        AskDeed.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        conditions((String) row[5]),
                        Optional.ofNullable((BigDecimal) row[6])
                                .map(amount -> new Quantity(amount, Unit.of((String) row[7]))),
                        Optional.ofNullable((LocalDate) row[8]),
                        Optional.ofNullable((Integer) row[9])))
                .toList();
    }

    static List<Blocker> conditions(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Blocker::valueOf).toList();
    }

    // ── Tries ───────────────────────────────────────────────────────────────────

    void tried(UUID ask, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into ask_try (ask_id, at) values (:ask, :at)")
                .setParameter("ask", ask)
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    long triesSince(UUID ask, Instant since) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from ask_try where ask_id = :ask and at > :since")
                        .setParameter("ask", ask)
                        .setParameter("since", since.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .longValue();
    }
}
