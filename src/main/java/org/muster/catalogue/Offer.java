package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/**
 * What can be had of a listing, for whoever gives it away.
 *
 * @param sells the sale with its dimension, as rows of the ledger refer to it
 * @param quantity on hand for a lot, a day's output for a rate
 * @param quantityBase the same in the dimension's base unit
 * @param minimumOrder the least somebody else may take of it; null for no limit
 * @param orderMultiple what an amount has to be a multiple of; null for any
 * @param free whether its supplier says that it is free, now or in some time to come; unknown is not free
 * @param heard whether it is given away at all: what its supplier has been silent about for too long is not, but to the supplier itself
 * @param zone in which its site counts days
 */
public record Offer(
        ListingId listing,
        OrganisationId supplier,
        ListingState state,
        Sale sale,
        String sells,
        @Nullable Quantity quantity,
        @Nullable BigDecimal quantityBase,
        @Nullable BigDecimal hoursPerDay,
        @Nullable Quantity minimumOrder,
        @Nullable Quantity orderMultiple,
        boolean free,
        boolean heard,
        ZoneId zone) {}
