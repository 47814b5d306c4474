package org.muster.emergency;

/** What keeps somebody from delivering. */
public enum Blocker {
    PEOPLE,
    MATERIAL,
    VEHICLE,
    MONEY,
    CERTIFICATE,
    PERMISSION
}
