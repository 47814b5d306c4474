package org.muster.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a price includes; two prices compare only on one basis.
 *
 * @param taxRate a fraction such as 0.13; empty when the seller did not say
 * @param validUntil last day on which the price holds, in the seller's zone
 */
public record PriceBasis(
        boolean taxIncluded,
        Optional<BigDecimal> taxRate,
        Invoice invoice,
        Delivery delivery,
        Optional<LocalDate> validUntil) {

    /** 专票, 普票, none, or not said. */
    public enum Invoice {
        SPECIAL_VAT,
        ORDINARY,
        NONE,
        UNSAID
    }

    /** 出厂 or 到厂, or not said. */
    public enum Delivery {
        EX_WORKS,
        DELIVERED,
        UNSAID
    }

    public PriceBasis {
        if (taxRate.filter(rate -> rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0)
                .isPresent()) {
            throw new IllegalArgumentException("A tax rate is a fraction of one: " + taxRate);
        }
    }
}
