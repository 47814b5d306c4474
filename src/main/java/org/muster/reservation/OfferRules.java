package org.muster.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.Offer;
import org.muster.catalogue.Sale;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Whether a listing gives what is wanted of it. */
final class OfferRules {

    private OfferRules() {}

    /** @param offers of the listings the actor may see; one that is missing does not exist for them */
    static List<Refusal> broken(List<Claim> claims, Map<ListingId, Offer> offers) {
        List<Refusal> wrong = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Offer offer = offers.get(claims.get(i).listing());
            String field = "claims." + i;
            if (offer == null) {
                wrong.add(Refusal.at(field, "reservation.listing_not_found"));
            } else {
                broken(field, claims.get(i), offer).ifPresent(wrong::add);
            }
        }
        return wrong;
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
        return wanted.unit().dimension().equals(there.unit().dimension())
                ? Optional.empty()
                : Optional.of(Refusal.at(field, "reservation.other_dimension", there.unit()));
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
