package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
}
