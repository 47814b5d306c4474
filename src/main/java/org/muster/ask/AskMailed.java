package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;

/** It was settled what became of the mail that asks a supplier. */
public record AskMailed(EmergencyId emergency, UUID ask, AskMail.State state) implements AskEvent {}
