package org.muster.emergency;

/** Everybody may read of it from now on, and institutions may say what they need. */
public record EmergencyPublished(EmergencyId emergency) implements EmergencyEvent {}
