package org.muster.reservation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** A claim taken apart into columns. */
record ClaimText(
        String kind, @Nullable TimeWindow during, @Nullable Quantity quantity) {

    private static final String TIME = "TIME";
    private static final String AMOUNT = "AMOUNT";
    private static final String RATE = "RATE";

    static ClaimText of(Claim claim) {
        if (claim instanceof Claim.Time time) {
            return new ClaimText(TIME, time.during(), null);
        } else if (claim instanceof Claim.Amount amount) {
            return new ClaimText(AMOUNT, null, amount.quantity());
        }
        Claim.Rate rate = (Claim.Rate) claim;
        return new ClaimText(RATE, rate.during(), rate.quantity());
    }

    Claim claim(ListingId listing) {
        return switch (kind) {
            case TIME -> new Claim.Time(listing, Objects.requireNonNull(during));
            case AMOUNT -> new Claim.Amount(listing, Objects.requireNonNull(quantity));
            case RATE -> new Claim.Rate(listing, Objects.requireNonNull(quantity), Objects.requireNonNull(during));
            default -> throw new IllegalStateException("No claim is of the kind " + kind);
        };
    }
}
