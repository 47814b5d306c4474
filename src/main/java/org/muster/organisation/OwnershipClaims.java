package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

@ApplicationScoped
class OwnershipClaims implements PanacheRepositoryBase<OwnershipClaim, UUID> {

    private static final int SHOWN = 300;

    List<OwnershipClaim> waiting() {
        return find("state = ?1 order by askedAt, id", ClaimStanding.WAITING)
                .page(0, SHOWN)
                .list();
    }

    List<OwnershipClaim> waitingFor(OrganisationId organisation) {
        return list("organisationId = ?1 and state = ?2 order by askedAt", organisation.value(), ClaimStanding.WAITING);
    }

    List<OwnershipClaim> of(PersonId claimant) {
        return list("claimantId = ?1 order by askedAt desc", claimant.value());
    }

    Optional<OwnershipClaim> byId(UUID id) {
        return findByIdOptional(id);
    }

    Optional<OwnershipClaim> lockedById(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
