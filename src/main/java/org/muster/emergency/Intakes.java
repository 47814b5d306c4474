package org.muster.emergency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Intakes implements PanacheRepositoryBase<NeedIntake, UUID> {

    private static final int SHOWN = 50;

    /** The last first; forms are not listed, their needs are. */
    List<NeedIntake> lists(EmergencyId emergency) {
        return find(
                        "emergencyId = ?1 and way in (?2, ?3) order by receivedAt desc, id",
                        emergency.value(),
                        IntakeWay.FILE,
                        IntakeWay.PASTE)
                .page(0, SHOWN)
                .list();
    }

    Optional<NeedIntake> byId(EmergencyId emergency, UUID id) {
        return find("emergencyId = ?1 and id = ?2", emergency.value(), id).firstResultOptional();
    }

    Optional<NeedIntake> lockedById(EmergencyId emergency, UUID id) {
        return find("emergencyId = ?1 and id = ?2", emergency.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
