package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.muster.identity.Actor;

/** The record of each emergency: written, never changed. */
@ApplicationScoped
class Entries {

    private static final int LONGEST_DETAIL = 500;

    private final EntityManager entityManager;

    Entries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(EmergencyId emergency, Actor who, Entry.Deed deed, String detail, Instant now) {
        // Whoever was not signed in has no name; what they sent says who they are.
        add(emergency, who.isSignedIn() || !who.roles().isEmpty() ? who.name() : "", deed, detail, now);
    }

    void add(EmergencyId emergency, String who, Entry.Deed deed, String detail, Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into emergency_entry (emergency_id, at, who, deed, detail) values (:emergency, :at,"
                                + " :who, :deed, :detail)")
                .setParameter("emergency", emergency.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .setParameter("who", who)
                .setParameter("deed", deed.name())
                .setParameter("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .executeUpdate();
    }

    /** The last first. */
    List<Entry> of(EmergencyId emergency, int most) {
        return of(emergency, 0, most);
    }

    long count(EmergencyId emergency) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from emergency_entry where emergency_id = :emergency")
                        .setParameter("emergency", emergency.value())
                        .getSingleResult())
                .longValue();
    }

    /** The last first, without so many of the last. */
    List<Entry> of(EmergencyId emergency, int skip, int most) {
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery(
                        "select at, who, deed, detail from emergency_entry where emergency_id = :emergency order by id"
                                + " desc limit :most offset :skip",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("at", Instant.class)
                .addScalar("who", String.class)
                .addScalar("deed", String.class)
                .addScalar("detail", String.class)
                .setParameter("emergency", emergency.value())
                .setParameter("most", most)
                .setParameter("skip", skip);
        return query.getResultList().stream()
                .map(row -> new Entry(
                        (Instant) row[0], (String) row[1], Entry.Deed.valueOf((String) row[2]), (String) row[3]))
                .toList();
    }
}
