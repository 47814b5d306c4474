package org.muster.reservation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.Offer;
import org.muster.catalogue.Sale;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Whether a listing gives what is wanted of it. */
final class OfferRules {

    private OfferRules() {}

    /**
     * @param holder may take of their own in any amount
     * @param offers of the listings the actor may see; one that is missing does not exist for them
     */
    static List<Refusal> broken(List<Claim> claims, Map<ListingId, Offer> offers, OrganisationId holder) {
        List<Refusal> wrong = new ArrayList<>();
        Map<ListingId, Quantity> orders = orders(claims);
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            Offer offer = offers.get(claim.listing());
            String field = "claims." + i;
            if (offer == null) {
                wrong.add(Refusal.at(field, "reservation.listing_not_found"));
            } else {
                Optional<Refusal> refusal = broken(field, claim, offer);
                refusal.ifPresent(wrong::add);
                // Once for each order: the first of its claims that nothing else is wrong with.
                Quantity order = refusal.isPresent() ? null : orders.remove(claim.listing());
                if (order != null && !offer.supplier().equals(holder)) {
                    unorderable(field, order, offer).ifPresent(wrong::add);
                }
            }
        }
        return wrong;
    }

    /** What is wanted of a listing in one hold is one order: its parts need not be as large as the order has to be. */
    private static Map<ListingId, Quantity> orders(List<Claim> claims) {
        Map<ListingId, Quantity> orders = new HashMap<>();
        for (Claim claim : claims) {
            Quantity wanted = ClaimText.of(claim).quantity();
            if (wanted != null) {
                orders.merge(claim.listing(), wanted, (sum, more) -> comparable(sum, more) ? sum.plus(more) : sum);
            }
        }
        return orders;
    }

    private static Optional<Refusal> broken(String field, Claim claim, Offer offer) {
        if (offer.state() == ListingState.DRAFT) {
            return refused(field, "not_published");
        }
        if (!offer.heard()) {
            return refused(field, "supplier_silent");
        }
        Sale wanted = saleOf(claim);
        if (offer.sale() != wanted) {
            return refused(
                    field,
                    switch (offer.sale()) {
                        case TIME -> "sold_by_time";
                        case RATE -> "sold_by_rate";
                        case LOT -> "sold_by_amount";
                        case NOTHING -> "sold_not_at_all";
                    });
        }
        if (wanted == Sale.LOT && !offer.free()) {
            return refused(field, "not_said_free");
        }
        if (claim instanceof Claim.Rate rate
                && Days.whole(rate.during(), offer.zone()).isEmpty()) {
            return refused(field, "time_not_whole_days");
        }
        return measured(field, ClaimText.of(claim).quantity(), offer.quantity());
    }

    private static Optional<Refusal> measured(String field, @Nullable Quantity wanted, @Nullable Quantity there) {
        if (wanted == null || there == null) {
            return Optional.empty();
        }
        return comparable(wanted, there)
                ? Optional.empty()
                : Optional.of(Refusal.at(field, "reservation.other_dimension", there.unit()));
    }

    /** Less than the minimum order, or nothing that its multiples add up to. */
    private static Optional<Refusal> unorderable(String field, Quantity wanted, Offer offer) {
        Quantity minimum = offer.minimumOrder();
        if (minimum != null && comparable(minimum, wanted) && !wanted.isAtLeast(minimum)) {
            return Optional.of(Refusal.at(field, "reservation.below_minimum_order", minimum));
        }
        Quantity multiple = offer.orderMultiple();
        if (multiple == null
                || !comparable(multiple, wanted)
                || wanted.inBase().remainder(multiple.inBase()).signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(Refusal.at(field, "reservation.not_order_multiple", multiple));
    }

    private static boolean comparable(Quantity one, Quantity other) {
        return one.unit().dimension().equals(other.unit().dimension());
    }

    private static Sale saleOf(Claim claim) {
        if (claim instanceof Claim.Time) {
            return Sale.TIME;
        }
        return claim instanceof Claim.Amount ? Sale.LOT : Sale.RATE;
    }

    private static Optional<Refusal> refused(String field, String key) {
        return Optional.of(Refusal.at(field, "reservation." + key));
    }
}
