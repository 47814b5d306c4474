package org.muster.ask;

import java.util.Optional;
import org.muster.shared.Quantity;

/**
 * What a repair has otherwise than the plan in force, in the supplier's unit.
 *
 * @param before empty where nothing was taken
 * @param after empty where nothing is taken any more
 * @param cause what was said, of a leg that somebody answered: the name of an {@link AskState} or a {@link Loss}, or as in {@link RepairCause}; empty
 *     of others
 */
public record RepairMove(
        int arc,
        Why why,
        String cause,
        String supplier,
        String title,
        String thingZh,
        String thingEn,
        Optional<Quantity> before,
        Optional<Quantity> after) {

    /** Why it is otherwise. */
    public enum Why {
        /** Its supplier does not give it, or not all of it. */
        GONE,
        /** What its supplier offers instead is taken. */
        AGREED,
        /** What its supplier offers instead is not taken: others do better. */
        NOT_TAKEN,
        /** It was promised, and comes too late for what is left of the plan; nobody takes it back unasked. */
        NOT_USED,
        /** It was asked for before, the plan in force had no use for it, and by now there is one. */
        USED_AGAIN,
        /** A standby that was warned steps in. */
        STANDBY,
        /** It takes the place of what was lost. */
        REPLACES
    }

    /** Whether somebody has to be asked for it. */
    public boolean asks() {
        return why == Why.STANDBY || why == Why.REPLACES;
    }
}
