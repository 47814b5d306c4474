package org.muster.consignment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.paper.PaperCode;
import org.muster.paper.PaperKind;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Consignments, what was found of them, what became of them, and the papers that go with them. */
@ApplicationScoped
class ConsignmentRows implements PanacheRepositoryBase<Consignment, UUID> {

    Optional<Consignment> byId(UUID id) {
        return findByIdOptional(id);
    }

    Optional<Consignment> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Until the transaction ends nobody else sends anything for this leg. */
    void lockLeg(UUID ask) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:leg, 0)) as text)")
                .setParameter("leg", "consignment of " + ask)
                .getSingleResult();
    }

    String nextNumber() {
        Number next = (Number) getEntityManager()
                .createNativeQuery("select nextval('consignment_number_seq')")
                .getSingleResult();
        return String.format("C-%06d", next.longValue());
    }

    /** The last first. */
    List<Consignment> of(Collection<UUID> asks) {
        return asks.isEmpty() ? List.of() : list("ask in ?1 order by createdAt desc, number desc", asks);
    }

    Optional<Consignment> sent(UUID ask, String key) {
        return find("ask = ?1 and sendingKey = ?2", ask, key).firstResultOptional();
    }

    // ── Steps ───────────────────────────────────────────────────────────────────

    void add(UUID consignment, ConsignmentEntry entry, String key) {
        getEntityManager()
                .createNativeQuery("insert into consignment_entry (consignment_id, at, deed, who, typed_by, note,"
                        + " step_key) values (:consignment, :at, :deed, :who, :typed, :note, :key)")
                .setParameter("consignment", consignment)
                .setParameter("at", entry.at().atOffset(ZoneOffset.UTC))
                .setParameter("deed", entry.deed().name())
                .setParameter("who", entry.who())
                .setParameter("typed", entry.typedBy())
                .setParameter("note", entry.note())
                .setParameter("key", key)
                .executeUpdate();
    }

    /** Which step was taken under a key; empty where none was. */
    Optional<ConsignmentDeed> taken(UUID consignment, String key) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select deed from consignment_entry where consignment_id = :consignment and step_key = :key")
                .setParameter("consignment", consignment)
                .setParameter("key", key)
                .getResultList();
        return found.stream().findFirst().map(one -> ConsignmentDeed.valueOf((String) one));
    }

    /** The first first. */
    List<ConsignmentEntry> entries(UUID consignment) {
        NativeQuery<Object[]> query = rows(
                "select at, deed, who, typed_by, note from consignment_entry where consignment_id = :consignment"
                        + " order by id",
                consignment);
        query.addScalar("at", Instant.class)
                .addScalar("deed", String.class)
                .addScalar("who", String.class)
                .addScalar("typed_by", String.class)
                .addScalar("note", String.class);
        return query.getResultList().stream()
                .map(row -> new ConsignmentEntry(
                        (Instant) row[0],
                        ConsignmentDeed.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }

    // ── What was found ──────────────────────────────────────────────────────────

    void found(UUID consignment, int position, Batch batch) {
        getEntityManager()
                .createNativeQuery("insert into consignment_batch (consignment_id, position, batch, lot, produced,"
                        + " expires, sample, accepted, rejected, reason) values (:consignment, :position, :batch, :lot,"
                        + " cast(nullif(:produced, '') as date), cast(nullif(:expires, '') as date), :sample,"
                        + " :accepted, :rejected, :reason)")
                .setParameter("consignment", consignment)
                .setParameter("position", position)
                .setParameter("batch", batch.batch())
                .setParameter("lot", batch.lot())
                .setParameter(
                        "produced", batch.produced().map(LocalDate::toString).orElse(""))
                .setParameter(
                        "expires", batch.expires().map(LocalDate::toString).orElse(""))
                .setParameter("sample", batch.sample().name())
                .setParameter("accepted", batch.accepted().amount())
                .setParameter("rejected", batch.rejected().amount())
                .setParameter("reason", batch.reason())
                .executeUpdate();
    }

    List<Batch> batches(UUID consignment, Unit unit) {
        NativeQuery<Object[]> query = rows(
                "select batch, lot, produced, expires, sample, accepted, rejected, reason from consignment_batch"
                        + " where consignment_id = :consignment order by position",
                consignment);
        query.addScalar("batch", String.class)
                .addScalar("lot", String.class)
                .addScalar("produced", LocalDate.class)
                .addScalar("expires", LocalDate.class)
                .addScalar("sample", String.class)
                .addScalar("accepted", BigDecimal.class)
                .addScalar("rejected", BigDecimal.class)
                .addScalar("reason", String.class);
        return query.getResultList().stream()
                .map(row -> new Batch(
                        (String) row[0],
                        (String) row[1],
                        Optional.ofNullable((LocalDate) row[2]),
                        Optional.ofNullable((LocalDate) row[3]),
                        Sample.valueOf((String) row[4]),
                        new Quantity((BigDecimal) row[5], unit),
                        new Quantity((BigDecimal) row[6], unit),
                        (String) row[7]))
                .toList();
    }

    // ── Papers ──────────────────────────────────────────────────────────────────

    void add(UUID consignment, IssuedPaper paper) {
        getEntityManager()
                .createNativeQuery("insert into consignment_paper (code, consignment_id, kind, issued_at) values"
                        + " (:code, :consignment, :kind, :at)")
                .setParameter("code", paper.code().value())
                .setParameter("consignment", consignment)
                .setParameter("kind", paper.kind().name())
                .setParameter("at", paper.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    List<IssuedPaper> papers(UUID consignment) {
        NativeQuery<Object[]> query = rows(
                "select code, kind, issued_at from consignment_paper where consignment_id = :consignment"
                        + " order by issued_at, code",
                consignment);
        query.addScalar("code", String.class).addScalar("kind", String.class).addScalar("issued_at", Instant.class);
        return query.getResultList().stream()
                .map(row -> new IssuedPaper(
                        new PaperCode((String) row[0]), PaperKind.valueOf((String) row[1]), (Instant) row[2]))
                .toList();
    }

    private NativeQuery<Object[]> rows(String sql, UUID consignment) {
        NativeQuery<Object[]> query =
                getEntityManager().createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        query.setParameter("consignment", consignment);
        return query;
    }
}
