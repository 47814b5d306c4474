package org.muster.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/**
 * A listing as its supplier edits it.
 *
 * @param version what a change must be based on, so that nobody overwrites a colleague unseen
 * @param windows those that are not over, by time
 * @param derivedQuantity what its rates come to, when no output was stated
 */
public record OwnListing(
        ListingId id,
        ListingState state,
        int version,
        ListingDraft draft,
        @Nullable Quantity derivedQuantity,
        Availability availability,
        List<WeekState> weeks,
        List<CapacityWindow> windows) {}
