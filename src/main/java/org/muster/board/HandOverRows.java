package org.muster.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.muster.emergency.EmergencyId;

/** The hand-over log of each emergency: written, never changed. */
@ApplicationScoped
class HandOverRows {

    private final EntityManager entityManager;

    HandOverRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(EmergencyId emergency, HandOver note) {
        entityManager
                .createNativeQuery(
                        "insert into board_hand_over (emergency_id, at, written_by, from_officer, to_officer,"
                                + " open_points) values (:emergency, :at, :by, :from, :to, :open)")
                .setParameter("emergency", emergency.value())
                .setParameter("at", note.at().atOffset(ZoneOffset.UTC))
                .setParameter("by", note.writtenBy())
                .setParameter("from", note.from())
                .setParameter("to", note.to())
                .setParameter("open", note.open())
                .executeUpdate();
    }

    /** The last first. */
    List<HandOver> of(EmergencyId emergency) {
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery(
                        "select at, written_by, from_officer, to_officer, open_points from board_hand_over"
                                + " where emergency_id = :emergency order by id desc",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("at", Instant.class)
                .addScalar("written_by", String.class)
                .addScalar("from_officer", String.class)
                .addScalar("to_officer", String.class)
                .addScalar("open_points", String.class)
                .setParameter("emergency", emergency.value());
        return query.getResultList().stream()
                .map(row -> new HandOver(
                        (Instant) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }
}
