package org.muster.identity;

import org.muster.shared.OrganisationId;

/**
 * That a person belongs to an organisation, or keeps its listings on its behalf.
 *
 * @param onBehalf a liaison whom the organisation lets keep its listings; not one of its people
 */
public record Membership(
        OrganisationId organisation, String organisationName, boolean owner, boolean verified, boolean onBehalf) {}
