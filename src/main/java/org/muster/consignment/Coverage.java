package org.muster.consignment;

import java.util.Optional;
import org.muster.shared.Quantity;

/**
 * How far one requirement is covered. Only what was accepted is.
 *
 * @param underWay announced, on its way, or there and not judged yet
 * @param promised what suppliers said yes to and still stands for, with what came of it
 * @param planned what the plan in force counts on; empty where no plan is in force
 * @param needed what the plan in force has to bring; empty where that is not known in this unit
 */
public record Coverage(
        String thingZh,
        String thingEn,
        Quantity accepted,
        Quantity underWay,
        Quantity rejected,
        Quantity promised,
        Optional<Quantity> planned,
        Optional<Quantity> needed) {

    /** What the bars are drawn against. */
    public Quantity whole() {
        Quantity least = promised.isAtLeast(accepted) ? promised : accepted;
        return needed.or(() -> planned).filter(one -> one.isAtLeast(least)).orElse(least);
    }
}
