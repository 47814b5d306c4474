package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    List<Invitation> of(OrganisationId organisation) {
        return list("organisationId = ?1 order by createdAt desc", organisation.value());
    }

    Optional<Invitation> of(OrganisationId organisation, InvitationId id) {
        return find("organisationId = ?1 and id = ?2", organisation.value(), id.value())
                .firstResultOptional();
    }

    /** The links of one who handed them out, which still open a door. */
    List<Invitation> openFrom(OrganisationId organisation, PersonId from, Instant now) {
        return list(
                "organisationId = ?1 and createdBy = ?2 and usedAt is null and revokedAt is null and expiresAt > ?3",
                organisation.value(),
                from.value(),
                now);
    }

    /** For whoever holds the signed link. */
    Optional<Invitation> byLink(InvitationId id) {
        return findByIdOptional(id.value());
    }

    /** Of two who confirm one link at the same moment, the second waits here and finds it used. */
    Optional<Invitation> lockedByLink(InvitationId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
