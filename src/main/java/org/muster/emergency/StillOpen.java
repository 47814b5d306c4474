package org.muster.emergency;

import java.util.Optional;
import org.muster.shared.Refusal;

/** Asked of each feature that works for an emergency when it is to be closed. */
public interface StillOpen {

    /** Why it cannot be closed yet; empty when nothing stands against it. */
    Optional<Refusal> of(EmergencyId emergency);
}
