package org.muster.catalogue;

import org.muster.shared.OrganisationId;

/**
 * What a row of a public list says of a provisional organisation.
 *
 * @param externalKey makes rows speak of one listing, however often they are entered
 */
public record OnBehalfListing(OrganisationId organisation, String externalKey, ListingDraft draft) {}
