package org.muster.emergency;

import java.util.UUID;

/** What kept a maker from delivering does so no more. */
public record TaskDone(EmergencyId emergency, UUID task, Blocker blocker) implements EmergencyEvent {}
