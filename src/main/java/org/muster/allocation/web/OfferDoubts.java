package org.muster.allocation.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.allocation.Sense;
import org.muster.reference.ReferencePrices;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Figures;

/** What is hard to believe of an offer: it is said beside it, and whoever is in charge asks. Nothing is taken out silently. */
final class OfferDoubts {

    /** Nobody has so many of anything at hand. */
    private static final BigDecimal MORE_THAN_ANYBODY = BigDecimal.TEN.pow(9);

    private OfferDoubts() {}

    static List<Refusal> of(Sense sense, int requirement, int offer, int arc) {
        List<Refusal> doubts = new ArrayList<>();
        price(sense, sense.requirements().get(requirement), sense.arcs().get(arc))
                .ifPresent(doubts::add);
        Quantity free = sense.offers().get(offer).free();
        if (free.amount().compareTo(MORE_THAN_ANYBODY) >= 0) {
            doubts.add(Refusal.of("plan.quantity_hard_to_believe", Figures.number(free.amount())));
        }
        return doubts;
    }

    private static Optional<Refusal> price(Sense sense, Sense.RequirementSense of, Sense.ArcSense arc) {
        if (arc.price() != Sense.PriceSource.STATED) {
            return Optional.empty();
        }
        BigDecimal yuan = BigDecimal.valueOf(arc.goods())
                .multiply(of.smallest())
                .divide(BigDecimal.valueOf(sense.ticks()), MathContext.DECIMAL64);
        return ReferencePrices.of(of.term())
                .filter(usual -> usual.unit().dimension().equals(of.unit().dimension()))
                .map(usual -> usual.yuan()
                        .multiply(new Quantity(BigDecimal.ONE, of.unit())
                                .in(usual.unit())
                                .amount()))
                .filter(usual -> yuan.compareTo(usual.multiply(ReferencePrices.FAR_ABOVE)) > 0)
                .map(usual -> Refusal.of(
                        "plan.price_far_above",
                        Figures.number(yuan.setScale(2, RoundingMode.HALF_UP)),
                        Figures.number(usual.setScale(2, RoundingMode.HALF_UP))));
    }
}
