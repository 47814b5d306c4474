package org.muster.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/**
 * What a list of listings shows of one, cut down to what its viewer may know.
 *
 * @param organisation null when masked
 * @param freeFrom exact for people signed in, the start of that week for visitors; null when not free or no date is known
 * @param weeks this week and the seven after it, Mondays in Asia/Shanghai
 * @param point the city's when masked
 * @param photo the one that comes first; null without, and when masked
 */
public record ListingCard(
        ListingId id,
        ListingKind kind,
        @Nullable ServiceType serviceType,
        ListingState state,
        String title,
        @Nullable String titleEn,
        boolean masked,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        @Nullable String organisationNameEn,
        VerificationLevel level,
        boolean provisional,
        String placeCode,
        @Nullable Quantity quantity,
        SupplyMode supplyMode,
        @Nullable Price price,
        Availability availability,
        @Nullable Instant freeFrom,
        List<WeekState> weeks,
        Instant lastConfirmedAt,
        Freshness freshness,
        Hearing hearing,
        Confidentiality confidentiality,
        Point point,
        @Nullable PhotoId photo) {

    /** Whether its quantity is had anew each day. */
    public boolean daily() {
        return kind.isDaily(serviceType);
    }
}
