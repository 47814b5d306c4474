package org.muster.identity;

import java.util.Optional;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A person we have seen sign in, and the organisation they chose to act for. */
record Person(PersonId id, String name, Optional<OrganisationId> actingFor) {}
