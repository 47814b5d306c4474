package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class VerificationRequests implements PanacheRepositoryBase<VerificationRequest, UUID> {

    Optional<VerificationRequest> openOf(OrganisationId organisation) {
        return find("organisationId = ?1 and decidedAt is null", organisation.value())
                .firstResultOptional();
    }

    List<VerificationRequest> openOldestFirst(int atMost) {
        return find("decidedAt is null order by requestedAt, id")
                .page(0, atMost)
                .list();
    }

    long countOpen() {
        return count("decidedAt is null");
    }
}
