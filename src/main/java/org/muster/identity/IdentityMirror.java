package org.muster.identity;

import org.muster.shared.OrganisationId;

/** Port to the identity provider's copy of our organisations and members. PostgreSQL is the truth; telling the same thing twice is harmless. */
public interface IdentityMirror {

    void organisationRegistered(OrganisationId organisation, String name);

    void memberJoined(OrganisationId organisation, String subject);

    void memberLeft(OrganisationId organisation, String subject);
}
