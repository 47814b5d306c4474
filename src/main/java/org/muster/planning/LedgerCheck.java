package org.muster.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muster.catalogue.Sale;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanOrder;
import org.muster.reservation.FreeNow;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** Holds a plan against what the ledger says now: what it takes of each listing has to be there still, all offers of the listing together. */
@ApplicationScoped
class LedgerCheck {

    private final Reservations reservations;

    LedgerCheck(Reservations reservations) {
        this.reservations = reservations;
    }

    /** One for each offer of which there is less than the plan takes, in their order. */
    List<Doubt> doubts(PlanOrder order, Plan plan, Instant now) {
        SortedMap<Integer, Long> ordered = new TreeMap<>();
        for (Leg leg : plan.legs()) {
            ordered.merge(order.problem().arcs().get(leg.arc()).offer(), leg.quantity(), Math::addExact);
        }
        Map<ListingId, FreeNow> free = reservations.freeNow(listings(order, ordered.keySet()), now);
        Map<ListingId, BigDecimal> ofLots = new HashMap<>();
        Map<Stretch, BigDecimal> ofOutput = new HashMap<>();
        Set<Stretch> ofTime = new HashSet<>();
        List<Doubt> doubts = new ArrayList<>();
        ordered.forEach((offer, quantity) -> {
            Draw draw = order.draws().get(offer);
            ListingId listing = draw.listing();
            if (listing == null) {
                return;
            }
            BigDecimal wanted = draw.basePerUnit().multiply(BigDecimal.valueOf(quantity));
            FreeNow there = free.get(listing);
            TimeWindow during = draw.during();
            Sale sale = there == null ? Sale.NOTHING : there.sale();
            if (there != null && sale == Sale.LOT) {
                BigDecimal left = there.free() ? base(there) : BigDecimal.ZERO;
                doubt(doubts, offer, ofLots.merge(listing, wanted, BigDecimal::add), left);
            } else if (sale == Sale.RATE && during != null) {
                Stretch stretch = new Stretch(listing, during);
                doubt(doubts, offer, ofOutput.merge(stretch, wanted, BigDecimal::add), outputIn(stretch, now));
            } else if (sale == Sale.TIME && during != null) {
                boolean alone = ofTime.stream().noneMatch(other -> other.meets(listing, during));
                ofTime.add(new Stretch(listing, during));
                boolean whole = alone
                        && !reservations
                                .freeBetween(List.of(listing), during, now)
                                .isEmpty();
                doubt(doubts, offer, BigDecimal.ONE, whole ? BigDecimal.ONE : BigDecimal.ZERO);
            } else {
                doubt(doubts, offer, wanted.max(BigDecimal.ONE), BigDecimal.ZERO);
            }
        });
        return doubts;
    }

    private record Stretch(ListingId listing, TimeWindow during) {
        boolean meets(ListingId other, TimeWindow then) {
            return listing.equals(other) && during.overlaps(then);
        }
    }

    private static List<ListingId> listings(PlanOrder order, Collection<Integer> offers) {
        List<ListingId> listings = new ArrayList<>();
        for (int offer : offers) {
            ListingId listing = order.draws().get(offer).listing();
            if (listing != null && !listings.contains(listing)) {
                listings.add(listing);
            }
        }
        return listings;
    }

    private static BigDecimal base(FreeNow there) {
        Quantity left = there.left();
        return left == null ? BigDecimal.ZERO : left.inBase();
    }

    private BigDecimal outputIn(Stretch stretch, Instant now) {
        return reservations
                .outputOfDays(List.of(stretch.listing()), stretch.during(), now)
                .getOrDefault(stretch.listing(), new TreeMap<>())
                .values()
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void doubt(List<Doubt> doubts, int offer, BigDecimal wanted, BigDecimal left) {
        if (wanted.compareTo(left) > 0) {
            doubts.add(new Doubt(offer, wanted, left));
        }
    }
}
