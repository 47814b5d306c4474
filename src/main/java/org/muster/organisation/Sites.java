package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class Sites implements PanacheRepositoryBase<Site, UUID> {

    List<Site> of(OrganisationId organisation) {
        return list("organisationId = ?1 order by position, id", organisation.value());
    }

    Site first(OrganisationId organisation) {
        return of(organisation).get(0);
    }

    /** Of many organisations, those of each in their order. */
    List<Site> ofAll(Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : list(
                        "organisationId in ?1 order by position, id",
                        organisations.stream().map(OrganisationId::value).toList());
    }
}
