package org.muster.emergency;

/** Somebody ended an emergency, and said why. Nothing of it changes any more. */
public record EmergencyClosed(EmergencyId emergency, String reason) implements EmergencyEvent {}
