package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;

/**
 * A supplier who owes an answer was reminded.
 *
 * @param rung how often by now
 * @param toName who on duty is told as well; empty for nobody yet
 */
public record AskReminded(EmergencyId emergency, UUID ask, int rung, String toName, String toMobile)
        implements AskEvent {}
