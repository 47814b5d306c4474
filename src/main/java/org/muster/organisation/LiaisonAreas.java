package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.PersonId;

@ApplicationScoped
class LiaisonAreas implements PanacheRepositoryBase<LiaisonArea, UUID> {

    List<LiaisonArea> inForceFor(PersonId person) {
        return list("personId = ?1 and grantedAt is not null and endedAt is null order by placeCode", person.value());
    }

    List<LiaisonArea> inForce() {
        return list("grantedAt is not null and endedAt is null order by grantedAt, id");
    }

    List<LiaisonArea> openOf(PersonId person) {
        return list("personId = ?1 and endedAt is null order by askedAt, id", person.value());
    }

    /** Those that wait first. */
    List<LiaisonArea> open() {
        return list("endedAt is null order by case when grantedAt is null then 0 else 1 end, askedAt, id");
    }

    Optional<LiaisonArea> lockedOpen(UUID id) {
        return find("id = ?1 and endedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
