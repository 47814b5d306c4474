package org.muster.emergency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Emergencies implements PanacheRepositoryBase<Emergency, UUID> {

    private static final int SHOWN = 200;

    /** The open ones first, the last declared first. */
    List<Emergency> all() {
        return find("order by state desc, declaredAt desc, id").page(0, SHOWN).list();
    }

    List<Emergency> published() {
        return find("publishedAt is not null order by state desc, declaredAt desc, id")
                .page(0, SHOWN)
                .list();
    }

    Optional<Emergency> byId(EmergencyId id) {
        return findByIdOptional(id.value());
    }

    Optional<Emergency> lockedById(EmergencyId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
