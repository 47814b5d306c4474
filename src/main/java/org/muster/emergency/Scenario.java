package org.muster.emergency;

import java.time.Instant;
import java.time.ZoneId;
import org.muster.identity.Actor;
import org.muster.shared.Outcome;

/** A case that one click declares, with its needs and recipes, on the supply of the demo. There is none where people work in earnest. */
public interface Scenario {

    /** Names it in an address. */
    String key();

    String nameZh();

    String nameEn();

    String aboutZh();

    String aboutEn();

    /**
     * Declares it in the name of whoever clicked, with what is needed and what it takes.
     *
     * @param drill whether it is only rehearsed
     */
    Outcome<EmergencyId> declare(Actor actor, boolean drill, ZoneId zone, Instant now);
}
