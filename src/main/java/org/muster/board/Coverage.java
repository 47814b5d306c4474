package org.muster.board;

import java.time.Instant;
import org.muster.recipe.Bilingual;
import org.muster.shared.Quantity;

/**
 * How far a requirement is covered by the plan in force. All amounts are in the unit in which the requirement is counted.
 *
 * @param key the same in every run of the emergency
 * @param output what it is for
 * @param area the place code it is for
 * @param planned what the plan counts on, with what suppliers bring along
 * @param held what of it is held and asked for, and promised by nobody yet
 * @param promised what of it somebody has said yes to
 * @param heldPercent of what is needed, in whole hundredths, never more than all of it
 */
public record Coverage(
        String key,
        Bilingual name,
        Bilingual output,
        String area,
        Instant neededBy,
        Quantity needed,
        Quantity planned,
        Quantity held,
        Quantity promised,
        int plannedPercent,
        int heldPercent,
        int promisedPercent) {

    /** Whether somebody has promised all of it. */
    public boolean whole() {
        return promisedPercent == Coverages.WHOLE;
    }
}
