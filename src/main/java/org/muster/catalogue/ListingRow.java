package org.muster.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * A listing as a row of a spreadsheet holds it for one viewer.
 *
 * @param externalKey what its supplier's lists know it by, for its supplier alone
 * @param says cut where the viewer may not know who it is
 * @param organisation null where the viewer may not know it
 * @param windows those that are not over, for its supplier alone: others see them on its page, as exactly as they may
 */
public record ListingRow(
        ListingId id,
        @Nullable String externalKey,
        ListingState state,
        ListingDraft says,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        String placeCode,
        List<CapacityWindow> windows) {}
