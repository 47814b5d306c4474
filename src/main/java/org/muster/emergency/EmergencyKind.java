package org.muster.emergency;

/** What has happened. */
public enum EmergencyKind {
    EPIDEMIC,
    EARTHQUAKE,
    FLOOD,
    STORM,
    FIRE,
    INDUSTRIAL_ACCIDENT,
    COLD,
    SHORTAGE,
    OTHER
}
