package org.muster.planning.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/**
 * What an offer draws on in the ledger.
 *
 * @param listing null for a promise outside of the ledger
 * @param during the time in which it is had; null for what is had from a lot at any time
 * @param basePerUnit how much of the listing's base unit one unit of the offer takes; of exclusive time all of {@code during} is taken, whatever this says
 */
public record Draw(@Nullable ListingId listing, @Nullable TimeWindow during, BigDecimal basePerUnit) {

    /** Draws on nothing that the ledger knows. */
    public static final Draw NOTHING = new Draw(null, null, BigDecimal.ZERO);

    public Draw {
        basePerUnit = basePerUnit.stripTrailingZeros();
        basePerUnit = basePerUnit.setScale(Math.max(0, basePerUnit.scale()));
        Require.that(basePerUnit.signum() >= 0, "A unit takes %s", basePerUnit);
    }
}
