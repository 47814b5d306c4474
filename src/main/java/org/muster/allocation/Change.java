package org.muster.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** One thing that is to be otherwise: what if. Requirements and demands are named by the keys that {@link Sense} gives them. */
public sealed interface Change {

    /** Whether this one takes the place of an earlier one. */
    boolean replaces(Change other);

    /**
     * The plan carries at least this.
     *
     * @param quantity in any unit that the requirement is counted in
     */
    record Pin(ListingId listing, String requirement, Quantity quantity) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof Pin pin
                            && pin.listing().equals(listing)
                            && pin.requirement().equals(requirement)
                    || other instanceof NoListing no && no.listing().equals(listing);
        }
    }

    /** Nothing is taken of this listing. */
    record NoListing(ListingId listing) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other.equals(this)
                    || other instanceof Pin pin && pin.listing().equals(listing);
        }
    }

    /** Nothing is taken of this supplier. */
    record NoSupplier(OrganisationId supplier) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other.equals(this);
        }
    }

    /** All of it has to be released by then. */
    record OtherDate(Instant releasedBy) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof OtherDate;
        }
    }

    /** So much of a demand's output. */
    record OtherQuantity(String demand, Quantity output) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof OtherQuantity quantity && quantity.demand().equals(demand);
        }
    }

    /**
     * A demand comes in another order than the published one. What it takes from others is shown.
     *
     * @param priority 1 comes first
     * @param reason in the coordinator's words, never empty
     */
    record OtherPriority(String demand, int priority, String reason) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof OtherPriority priority && priority.demand().equals(demand);
        }
    }

    /** Freight costs so much instead of what is assumed; in yuan for a cubic metre and kilometre. */
    record OtherFreight(BigDecimal yuan) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof OtherFreight;
        }
    }

    /** Where nobody said a price, this one is planned with instead of what is assumed; in yuan for one unit of the requirement. */
    record OtherPrice(String requirement, BigDecimal yuan) implements Change {
        @Override
        public boolean replaces(Change other) {
            return other instanceof OtherPrice price && price.requirement().equals(requirement);
        }
    }
}
