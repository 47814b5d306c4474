package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;

/** Somebody may be asked soon, should another supplier fall away. Nothing is held of theirs. */
public record StandbyWarned(EmergencyId emergency, UUID round, OrganisationId standby, String title)
        implements AskEvent {}
