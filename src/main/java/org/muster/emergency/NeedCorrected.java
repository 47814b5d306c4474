package org.muster.emergency;

import java.util.UUID;

/** A need says something else from now on. */
public record NeedCorrected(EmergencyId emergency, UUID need) implements EmergencyEvent {}
