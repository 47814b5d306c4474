package org.muster.shared;

/** The datum in which somebody gave coordinates; GCJ-02 pins lie hundreds of metres off WGS-84. */
public enum Datum {
    WGS84,
    GCJ02
}
