package org.muster.catalogue;

import java.util.List;
import org.muster.shared.OrganisationId;
import org.muster.shared.TimeWindow;

/**
 * A published listing with what of its time can still be had.
 *
 * @param supplier whose it is, also where the viewer is not told: for asking them, never for showing
 * @param free stretches that are free and that nobody has, by time; empty for viewers who may know whole weeks only
 */
public record OpenSupply(ListingView listing, OrganisationId supplier, Sale sale, List<TimeWindow> free) {

    public OpenSupply {
        free = List.copyOf(free);
    }
}
