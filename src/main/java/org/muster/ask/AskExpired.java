package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;

/** Nobody answered in time; what was held is free again, and whoever leads is told. */
public record AskExpired(EmergencyId emergency, UUID ask, String toName, String toMobile) implements AskEvent {}
