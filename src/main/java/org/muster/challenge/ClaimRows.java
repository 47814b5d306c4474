package org.muster.challenge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** The claims, and what was asked and answered of each: written, never changed. */
@ApplicationScoped
class ClaimRows implements PanacheRepositoryBase<Claim, UUID> {

    private static final Set<ClaimState> STANDING = EnumSet.of(ClaimState.MADE, ClaimState.ACCEPTED);

    List<Claim> of(ChallengeId challenge) {
        return list("challengeId = ?1 order by claimedAt, id", challenge.value());
    }

    List<Claim> of(OrganisationId organisation) {
        return find("organisationId = ?1 order by claimedAt desc, id", organisation.value())
                .page(0, 100)
                .list();
    }

    /** The one that stands. */
    Optional<Claim> standing(ChallengeId challenge, OrganisationId organisation) {
        return find(
                        "challengeId = ?1 and organisationId = ?2 and state in ?3",
                        challenge.value(),
                        organisation.value(),
                        STANDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The last one, whether it stands or not. */
    Optional<Claim> last(ChallengeId challenge, OrganisationId organisation) {
        return find(
                        "challengeId = ?1 and organisationId = ?2 order by claimedAt desc, id",
                        challenge.value(),
                        organisation.value())
                .firstResultOptional();
    }

    Optional<Claim> locked(ChallengeId challenge, ClaimId id) {
        return find("id = ?1 and challengeId = ?2", id.value(), challenge.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Claim> byId(ChallengeId challenge, ClaimId id) {
        return find("id = ?1 and challengeId = ?2", id.value(), challenge.value())
                .firstResultOptional();
    }

    boolean anyOf(ChallengeId challenge) {
        return count("challengeId = ?1", challenge.value()) > 0;
    }

    long countWaiting(ChallengeId challenge) {
        return count("challengeId = ?1 and state = ?2", challenge.value(), ClaimState.MADE);
    }

    List<Claim> accepted(Collection<ChallengeId> challenges) {
        return challenges.isEmpty()
                ? List.of()
                : list(
                        "state = ?1 and challengeId in ?2 order by claimedAt, id",
                        ClaimState.ACCEPTED,
                        challenges.stream().map(ChallengeId::value).toList());
    }

    /** How much was accepted of each that has accepted claims, in its own unit. */
    Map<ChallengeId, Quantity> accepted(List<Challenge> challenges) {
        Map<ChallengeId, BigDecimal> base = new HashMap<>();
        accepted(challenges.stream().map(Challenge::id).toList())
                .forEach(claim -> base.merge(
                        claim.challenge(), claim.accepted().orElseThrow().inBase(), BigDecimal::add));
        Map<ChallengeId, Quantity> accepted = new LinkedHashMap<>();
        for (Challenge challenge : challenges) {
            BigDecimal some = base.get(challenge.id());
            if (some != null) {
                // What has no end in this unit (two dozen thirds) is shown to sixteen digits.
                BigDecimal amount = some.divide(challenge.quantity().unit().factor(), MathContext.DECIMAL64);
                accepted.put(
                        challenge.id(),
                        new Quantity(amount, challenge.quantity().unit()));
            }
        }
        return accepted;
    }

    // ── Questions and answers ───────────────────────────────────────────────────

    void say(ClaimId claim, String who, boolean byClaimant, String said, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into challenge_claim_word (claim_id, at, who, by_claimant, said) values"
                        + " (:claim, :at, :who, :by, :said)")
                .setParameter("claim", claim.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .setParameter("who", who)
                .setParameter("by", byClaimant)
                .setParameter("said", said)
                .executeUpdate();
    }

    List<ClaimWord> words(ClaimId claim) {
        NativeQuery<Object[]> query = getEntityManager()
                .createNativeQuery(
                        "select at, who, by_claimant, said from challenge_claim_word where claim_id = :claim order by"
                                + " id",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("at", Instant.class)
                .addScalar("who", String.class)
                .addScalar("by_claimant", Boolean.class)
                .addScalar("said", String.class)
                .setParameter("claim", claim.value());
        return query.getResultList().stream()
                .map(row -> new ClaimWord((Instant) row[0], (String) row[1], (Boolean) row[2], (String) row[3]))
                .toList();
    }
}
