package org.muster.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * A listing as a row of a spreadsheet holds it for one viewer.
 *
 * @param externalKey what its supplier's lists know it by, for its supplier alone
 * @param says cut where the viewer may not know who it is
 * @param organisation null where the viewer may not know it
 * @param windows those that are not over and that no pattern made, for its supplier alone: others see them on its page, as exactly as they may
 * @param pattern what makes windows week after week, for its supplier alone
 */
public record ListingRow(
        ListingId id,
        @Nullable String externalKey,
        ListingState state,
        ListingDraft says,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        String placeCode,
        List<CapacityWindow> windows,
        Optional<WeeklyPattern> pattern) {}
