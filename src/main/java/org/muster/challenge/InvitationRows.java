package org.muster.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/** Who was invited, and who does not want to be; read and written as rows. */
@ApplicationScoped
class InvitationRows {

    record Invited(ChallengeId challenge, OrganisationId organisation, ListingId listing, Instant at, String by) {}

    private static final String INVITED =
            "select challenge_id, organisation_id, listing_id, invited_at, invited_by_name from challenge_invitation";

    private final EntityManager entityManager;

    InvitationRows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(ChallengeId challenge, OrganisationId organisation, ListingId listing, String by, Instant now) {
        entityManager
                .createNativeQuery("insert into challenge_invitation (challenge_id, organisation_id, listing_id,"
                        + " invited_at, invited_by_name) values (:challenge, :organisation, :listing, :at, :by) on"
                        + " conflict do nothing")
                .setParameter("challenge", challenge.value())
                .setParameter("organisation", organisation.value())
                .setParameter("listing", listing.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .setParameter("by", by)
                .executeUpdate();
    }

    List<Invited> of(ChallengeId challenge) {
        return read(rows(INVITED + " where challenge_id = :challenge").setParameter("challenge", challenge.value()));
    }

    List<Invited> of(OrganisationId organisation) {
        return read(rows(INVITED + " where organisation_id = :organisation order by invited_at desc limit 100")
                .setParameter("organisation", organisation.value()));
    }

    private static List<Invited> read(NativeQuery<Object[]> query) {
        query.addScalar("challenge_id", UUID.class)
                .addScalar("organisation_id", UUID.class)
                .addScalar("listing_id", UUID.class)
                .addScalar("invited_at", Instant.class)
                .addScalar("invited_by_name", String.class);
        return query.getResultList().stream()
                .map(row -> new Invited(
                        new ChallengeId((UUID) row[0]),
                        new OrganisationId((UUID) row[1]),
                        new ListingId((UUID) row[2]),
                        (Instant) row[3],
                        (String) row[4]))
                .toList();
    }

    // ── Who does not want to be asked ───────────────────────────────────────────

    void optOut(OrganisationId organisation, String who, Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into challenge_opt_out (organisation_id, at, who) values (:organisation, :at,"
                                + " :who) on conflict do nothing")
                .setParameter("organisation", organisation.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .setParameter("who", who)
                .executeUpdate();
    }

    void optIn(OrganisationId organisation) {
        entityManager
                .createNativeQuery("delete from challenge_opt_out where organisation_id = :organisation")
                .setParameter("organisation", organisation.value())
                .executeUpdate();
    }

    Set<OrganisationId> optedOut(Collection<OrganisationId> organisations) {
        if (organisations.isEmpty()) {
            return Set.of();
        }
        List<?> found = entityManager
                .createNativeQuery(
                        "select organisation_id from challenge_opt_out where organisation_id in (:organisations)",
                        UUID.class)
                .setParameter(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toList())
                .getResultList();
        return found.stream().map(id -> new OrganisationId((UUID) id)).collect(Collectors.toSet());
    }

    private NativeQuery<Object[]> rows(String sql) {
        return entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
    }
}
