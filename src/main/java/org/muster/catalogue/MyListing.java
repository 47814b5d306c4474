package org.muster.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/**
 * A row of a supplier's own listings, with what can be done with it now.
 *
 * @param fading heard of until now, but not for long unless somebody confirms it
 */
public record MyListing(
        ListingId id,
        ListingKind kind,
        @Nullable ServiceType serviceType,
        ListingState state,
        String title,
        @Nullable String titleEn,
        @Nullable Quantity quantity,
        Confidentiality confidentiality,
        Availability availability,
        List<WeekState> weeks,
        Instant lastConfirmedAt,
        Freshness freshness,
        Hearing hearing,
        boolean fading,
        boolean canConfirm,
        boolean canPublish,
        boolean canPause,
        boolean canResume,
        boolean canWithdraw,
        boolean canEdit) {

    /** Published, and silent for so long that it is not given away. */
    public boolean silent() {
        return state == ListingState.PUBLISHED && !hearing.isHeard();
    }

    /** Whether its quantity is had anew each day. */
    public boolean daily() {
        return kind.isDaily(serviceType);
    }
}
