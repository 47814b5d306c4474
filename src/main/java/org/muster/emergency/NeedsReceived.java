package org.muster.emergency;

import java.util.UUID;

/** Needs came in; so many of them are flagged. */
public record NeedsReceived(EmergencyId emergency, UUID intake, IntakeWay way, int rows, int flagged)
        implements EmergencyEvent {}
