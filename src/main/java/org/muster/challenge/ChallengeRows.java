package org.muster.challenge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.emergency.EmergencyId;

/** The challenges, and what became of each: written, never changed. */
@ApplicationScoped
class ChallengeRows implements PanacheRepositoryBase<Challenge, UUID> {

    private static final int SHOWN = 200;
    private static final int LONGEST_DETAIL = 500;

    /** Those that take claims first, the one that closes next before the others; then those that are over, the last first. */
    List<Challenge> published() {
        return find("publishedAt is not null and state <> ?1 order by closesAt desc, id", ChallengeState.WITHDRAWN)
                .page(0, SHOWN)
                .list();
    }

    List<Challenge> all() {
        return find("order by createdAt desc, id").page(0, SHOWN).list();
    }

    List<Challenge> of(EmergencyId emergency) {
        return list("emergencyId = ?1 order by createdAt, id", emergency.value());
    }

    List<Challenge> open(Instant now, int most) {
        return find("state = ?1 and closesAt > ?2 order by closesAt, id", ChallengeState.PUBLISHED, now)
                .page(0, most)
                .list();
    }

    long countOpen(Instant now) {
        return count("state = ?1 and closesAt > ?2", ChallengeState.PUBLISHED, now);
    }

    List<Challenge> byIds(Collection<ChallengeId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(ChallengeId::value).toList());
    }

    Optional<Challenge> byId(ChallengeId id) {
        return findByIdOptional(id.value());
    }

    Optional<Challenge> locked(ChallengeId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    void note(ChallengeId challenge, String who, ChallengeEntry.Deed deed, String detail, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into challenge_entry (challenge_id, at, who, deed, detail) values"
                        + " (:challenge, :at, :who, :deed, :detail)")
                .setParameter("challenge", challenge.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .setParameter("who", who)
                .setParameter("deed", deed.name())
                .setParameter("detail", detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .executeUpdate();
    }

    /** The last first. */
    List<ChallengeEntry> entries(ChallengeId challenge) {
        NativeQuery<Object[]> query = getEntityManager()
                .createNativeQuery(
                        "select at, who, deed, detail from challenge_entry where challenge_id = :challenge order by id"
                                + " desc limit 200",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("at", Instant.class)
                .addScalar("who", String.class)
                .addScalar("deed", String.class)
                .addScalar("detail", String.class)
                .setParameter("challenge", challenge.value());
        return query.getResultList().stream()
                .map(row -> new ChallengeEntry(
                        (Instant) row[0], (String) row[1], ChallengeEntry.Deed.valueOf((String) row[2]), (String)
                                row[3]))
                .toList();
    }
}
