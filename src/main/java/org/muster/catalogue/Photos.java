package org.muster.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.ListingId;

/** The photos of listings, each listing's in their order. */
@ApplicationScoped
class Photos implements PanacheRepositoryBase<Photo, UUID> {

    List<Photo> of(ListingId listing) {
        return list("listingId = ?1 order by position", listing.value());
    }

    Optional<Photo> of(ListingId listing, PhotoId photo) {
        return find("listingId = ?1 and id = ?2", listing.value(), photo.value())
                .firstResultOptional();
    }
}
