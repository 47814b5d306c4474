package org.muster.catalogue;

import java.util.UUID;
import org.muster.shared.TimeWindow;

/** A stretch of time of which the supplier said whether the listing is free in it. */
public record CapacityWindow(UUID id, TimeWindow during, Availability availability, String note) {}
