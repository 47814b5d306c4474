package org.muster.emergency;

import java.util.UUID;

/** So many makers are asked from now on, every day. */
public record RollCalled(EmergencyId emergency, UUID call, String product, String area, int asked)
        implements EmergencyEvent {}
