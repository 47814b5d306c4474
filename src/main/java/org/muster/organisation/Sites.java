package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.muster.bulk.Copies;
import org.muster.bulk.Reads;
import org.muster.shared.OrganisationId;

@ApplicationScoped
class Sites implements PanacheRepositoryBase<Site, UUID> {

    private final Copies copies;
    private final Reads reads;

    Sites(Copies copies, Reads reads) {
        this.copies = copies;
        this.reads = reads;
    }

    /** New ones, many at once; they are not known to the session afterwards. */
    void copyIn(Collection<Site> fresh) {
        copies.insert(Site.class, fresh);
    }

    List<Site> of(OrganisationId organisation) {
        return list("organisationId = ?1 order by position, id", organisation.value());
    }

    Site first(OrganisationId organisation) {
        return of(organisation).get(0);
    }

    /** As {@link #ofAll}, to be looked at only: the session knows nothing of them. */
    List<Site> readOfAll(Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : reads.entities(Site.class, "where organisation_id = any (?) order by position, id", (Object)
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new));
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
