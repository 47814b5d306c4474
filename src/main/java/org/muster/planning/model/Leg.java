package org.muster.planning.model;

/** One line of a plan: this quantity flows over this arc. */
public record Leg(int arc, long quantity) {}
