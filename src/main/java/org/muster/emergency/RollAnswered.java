package org.muster.emergency;

import java.util.UUID;
import org.muster.shared.OrganisationId;

/** A maker answered, by its link or in a call that the desk typed in. */
public record RollAnswered(
        EmergencyId emergency, UUID ask, OrganisationId organisation, Running running, boolean byDesk)
        implements EmergencyEvent {}
