package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    List<Invitation> of(OrganisationId organisation) {
        return list("organisationId = ?1 order by createdAt desc", organisation.value());
    }

    Optional<Invitation> of(OrganisationId organisation, InvitationId id) {
        return find("organisationId = ?1 and id = ?2", organisation.value(), id.value())
                .firstResultOptional();
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
