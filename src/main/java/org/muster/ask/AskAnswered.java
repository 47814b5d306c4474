package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;

/** An ask was answered, or the office settled what was answered. */
public record AskAnswered(EmergencyId emergency, UUID ask, OrganisationId supplier, AskDeed what, AskState state)
        implements AskEvent {}
