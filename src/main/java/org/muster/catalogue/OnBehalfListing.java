package org.muster.catalogue;

import org.muster.shared.OrganisationId;

/**
 * What a row of a public list says of a provisional organisation.
 *
 * @param row its number in the list
 * @param externalKey makes rows speak of one listing, however often they are entered
 */
public record OnBehalfListing(int row, OrganisationId organisation, String externalKey, ListingDraft draft) {}
