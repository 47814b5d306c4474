package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.StillOpen;
import org.muster.shared.Refusal;

/** No emergency ends while something is held for it that nobody has promised: it would stay held with nobody to answer to. */
@ApplicationScoped
class AsksStillOpen implements StillOpen {

    private final AskRows rows;

    AsksStillOpen(AskRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Refusal> of(EmergencyId emergency) {
        long waiting = rows.waiting(emergency);
        return waiting == 0 ? Optional.empty() : Optional.of(Refusal.of("ask.still_open", waiting));
    }
}
