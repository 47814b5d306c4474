package org.muster.catalogue;

import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * A listing as a row of a spreadsheet holds it for one viewer.
 *
 * @param says cut where the viewer may not know who it is
 * @param organisation null where the viewer may not know it
 */
public record ListingRow(
        ListingId id,
        ListingState state,
        ListingDraft says,
        @Nullable OrganisationId organisation,
        @Nullable String organisationName,
        String placeCode) {}
