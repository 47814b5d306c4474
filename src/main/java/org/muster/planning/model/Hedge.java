package org.muster.planning.model;

/**
 * A standby: one more order that is there if another fails.
 *
 * @param cost ticks that it costs more, charges included
 * @param before how the plan fares with the hedges listed before this one
 * @param after how it fares with this one too
 */
public record Hedge(int arc, long quantity, long cost, Outlook before, Outlook after) {}
