package org.muster.identity;

import org.muster.shared.OrganisationId;

/** That a person belongs to an organisation. */
public record Membership(OrganisationId organisation, String organisationName, boolean owner, boolean verified) {}
