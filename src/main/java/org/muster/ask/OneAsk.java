package org.muster.ask;

import org.muster.allocation.LegalBasis;

/**
 * A single ask as somebody typed it, where there is no plan.
 *
 * @param listing its id, or the address of its page
 * @param from first day, where time is had
 * @param to last day
 * @param neededBy until which day it has to be there
 * @param place the code of one of the emergency's areas
 */
public record OneAsk(
        String listing,
        String amount,
        String from,
        String to,
        String neededBy,
        String place,
        String basis,
        String authority,
        String document) {

    /** Nothing typed yet: bought on the market, and brought to this place. */
    public static OneAsk to(String place) {
        return new OneAsk("", "", "", "", "", place, LegalBasis.MARKET_PURCHASE.name(), "", "");
    }
}
