package org.muster.drill;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.StillOpen;
import org.muster.shared.Refusal;

/** A drill that is played writes on: it is stopped before its emergency ends. */
@ApplicationScoped
class DrillStillOpen implements StillOpen {

    private final DrillRows rows;

    DrillStillOpen(DrillRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Refusal> of(EmergencyId emergency) {
        return rows.locked(emergency).map(playing -> Refusal.of("drill.playing"));
    }
}
