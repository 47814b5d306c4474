package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;

/** A supplier is asked, and what is wanted is held. */
public record AskSent(EmergencyId emergency, UUID ask, OrganisationId supplier) implements AskEvent {}
