package org.muster.catalogue;

import org.muster.shared.TimeWindow;

/** What a supplier says of a stretch of time. */
public record SaidWindow(TimeWindow during, Availability availability, String note) {}
