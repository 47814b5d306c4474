package org.muster.allocation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.recipe.Bilingual;
import org.muster.recipe.RecipeLine;
import org.muster.recipe.RecipeStage;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * What the positions of a plan's order mean, as it was when the order was made; kept beside the run and never computed again. Each list has one entry
 * for the entry of the order at the same position.
 *
 * @param start the moment from which the order counts its minutes
 * @param ticks how many of them make a yuan
 * @param deadline until when all of it has to be released
 * @param stages of the order; those that run beside them are {@code beside}
 * @param misses who nearly fits, for each requirement the nearest first
 * @param assumptions what nobody said and the plan is made with all the same
 */
public record Sense(
        Instant start,
        long ticks,
        Instant deadline,
        List<DemandSense> demands,
        List<RequirementSense> requirements,
        List<StageSense> stages,
        List<BesideSense> beside,
        List<SupplierSense> suppliers,
        List<OfferSense> offers,
        List<ArcSense> arcs,
        List<Miss> misses,
        List<Refusal> assumptions) {

    /** What a unit is of another is known to twelve decimals; the ledger takes six. */
    private static final int LEDGER_DECIMALS = 6;

    public Sense {
        demands = List.copyOf(demands);
        requirements = List.copyOf(requirements);
        stages = List.copyOf(stages);
        beside = List.copyOf(beside);
        suppliers = List.copyOf(suppliers);
        offers = List.copyOf(offers);
        arcs = List.copyOf(arcs);
        misses = List.copyOf(misses);
        assumptions = List.copyOf(assumptions);
    }

    /**
     * An output that is wanted.
     *
     * @param key the same in every run of the emergency
     * @param recipe the copy that it is made by; empty where no recipe makes it
     * @param term the key of its term
     * @param area the place code that it is for
     * @param smallest how many of the order's units make one of {@code unit}
     */
    public record DemandSense(
            String key,
            Optional<UUID> recipe,
            Bilingual name,
            String term,
            String area,
            int priority,
            Quantity output,
            Unit unit,
            BigDecimal smallest) {}

    /**
     * @param key the same in every run of the emergency
     * @param demand position
     * @param line the key of its line in the recipe; empty for an item that no recipe makes
     * @param under the key of the line it is for; empty at the top
     * @param stage position
     * @param stageName of the recipe's own stage before or in which it is needed
     * @param kind of which sort of listing it is had; empty for an item that no recipe makes
     * @param amounts the same amount in each measure it has, the one people trade it in first
     * @param unit what people count it in
     * @param smallest how many of the order's units make one of {@code unit}
     * @param papers kinds of certificates that its supplier has to show
     * @param neededBy when it has to be there at the latest
     * @param looked how many listings were looked at
     */
    public record RequirementSense(
            String key,
            int demand,
            String line,
            String under,
            int tier,
            Bilingual name,
            String term,
            int stage,
            Bilingual stageName,
            Optional<RecipeLine.Kind> kind,
            List<Quantity> amounts,
            Unit unit,
            BigDecimal smallest,
            List<String> papers,
            Instant neededBy,
            int looked) {
        public RequirementSense {
            amounts = List.copyOf(amounts);
            papers = List.copyOf(papers);
        }
    }

    /**
     * @param made whether something is made in it, for as long as that takes
     * @param minutes that it takes after everything is there; 0 where it takes as long as what is made
     * @param regulated whether a regulation says so
     * @param clock which of the three clocks stops when it is over
     */
    public record StageSense(
            String key,
            Bilingual name,
            boolean made,
            long minutes,
            boolean regulated,
            Optional<RecipeStage.Clock> clock) {}

    /**
     * A stage of the recipe that runs beside those of the order and delays nobody, such as the test of goods that need not be sterile.
     *
     * @param after position of the stage after whose end it begins; -1 for as soon as all have answered
     * @param minutes that it takes
     */
    public record BesideSense(
            String key,
            Bilingual name,
            int after,
            long minutes,
            boolean regulated,
            Optional<RecipeStage.Clock> clock) {}

    public record SupplierSense(OrganisationId organisation, String name, String nameEn, VerificationLevel level) {}

    /**
     * @param unit in which its supplier counts
     * @param perUnit how many of {@code unit} one of the order's units is
     * @param during the time in which it is had; empty for what is had from a lot at any time
     * @param free the most of it that can be had, in {@code unit}
     * @param sale in what measure the ledger gives it away
     * @param aDay how many of the order's units are made in a day; 0 where nothing is made
     * @param price what its supplier asks; empty where nothing was said
     * @param multiple of which any order is a whole number; empty where its supplier wants none
     */
    public record OfferSense(
            ListingId listing,
            int supplier,
            String title,
            String titleEn,
            ListingKind kind,
            SupplyMode mode,
            String place,
            Unit unit,
            BigDecimal perUnit,
            Optional<TimeWindow> during,
            Quantity free,
            Sale sale,
            long aDay,
            Optional<Price> price,
            Optional<Quantity> multiple) {}

    /** Where a price comes from. */
    public enum PriceSource {
        /** Its supplier said it. */
        STATED,
        /** The middle one of what others ask for the same. */
        MEDIAN,
        /** What it usually costs. */
        REFERENCE,
        /** A coordinator said what to plan with. */
        SET
    }

    /**
     * @param arrives when it can be there
     * @param kilometres of the way
     * @param goods ticks for one of the order's units, without freight
     * @param freight ticks for one of the order's units
     * @param converted whether the line has to be converted first
     * @param certificates the papers that were held against what is asked for, as people write their numbers
     * @param brings keys of the requirements that come along with it
     */
    public record ArcSense(
            Instant arrives,
            long kilometres,
            PriceSource price,
            long goods,
            long freight,
            boolean converted,
            List<String> certificates,
            List<String> brings) {
        public ArcSense {
            certificates = List.copyOf(certificates);
            brings = List.copyOf(brings);
        }
    }

    /** Who nearly fits a requirement, and every reason why not. */
    public record Miss(
            int requirement, ListingId listing, String title, String supplier, long kilometres, List<Refusal> reasons) {
        public Miss {
            reasons = List.copyOf(reasons);
        }
    }

    /** So many of the order's units of an offer, as its supplier counts them and the ledger writes them. */
    public Quantity asOffered(int offer, long quantity) {
        return exactly(offer, quantity).rounded(LEDGER_DECIMALS);
    }

    /**
     * As {@link #asOffered}, and as it can be ordered: what is had of one offer is one order, a whole number of the multiple that its supplier sells in.
     * What that is more goes to the last part.
     *
     * @param quantities its parts, in the order's units
     */
    List<Quantity> asOrdered(int offer, List<Long> quantities) {
        OfferSense of = offers.get(offer);
        List<Quantity> parts = new ArrayList<>();
        long all = 0;
        for (long quantity : quantities) {
            all += quantity;
            parts.add(asOffered(offer, quantity));
        }
        int last = parts.size() - 1;
        if (of.multiple().isPresent()) {
            Quantity whole = wholeMultiples(exactly(offer, all), of.multiple().get());
            Quantity rest = parts.subList(0, last).stream().reduce(whole, Quantity::minus);
            parts.set(last, rest.exactlyIn(of.unit()).orElse(rest));
        }
        return parts;
    }

    private Quantity exactly(int offer, long quantity) {
        OfferSense of = offers.get(offer);
        return new Quantity(of.perUnit().multiply(BigDecimal.valueOf(quantity)), of.unit());
    }

    private static Quantity wholeMultiples(Quantity least, Quantity multiple) {
        // A millionth over a whole number is the trace of a division and no reason to order one more.
        BigDecimal times = least.inBase()
                .divide(multiple.inBase(), LEDGER_DECIMALS, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.CEILING);
        return new Quantity(multiple.amount().multiply(times), multiple.unit());
    }

    /** So many of the order's units of a requirement, as people count them. */
    public Quantity asNeeded(int requirement, long quantity) {
        RequirementSense of = requirements.get(requirement);
        return new Quantity(BigDecimal.valueOf(quantity).divide(of.smallest(), MathContext.DECIMAL64), of.unit());
    }

    /** So many of the order's units of a demand's output, as people count them. */
    public Quantity asWanted(int demand, long quantity) {
        DemandSense of = demands.get(demand);
        return new Quantity(BigDecimal.valueOf(quantity).divide(of.smallest(), MathContext.DECIMAL64), of.unit());
    }

    /** The moment that lies so many of the order's minutes after its start. */
    public Instant at(long minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** So many ticks of another plan in those of this one, which may be finer or coarser. */
    long inTicks(Sense other, long of) {
        return ticks == other.ticks
                ? of
                : BigDecimal.valueOf(of)
                        .multiply(BigDecimal.valueOf(ticks))
                        .divide(BigDecimal.valueOf(other.ticks), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /** So many ticks in yuan, to the fen. */
    public BigDecimal yuan(long of) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(ticks), 2, RoundingMode.HALF_UP);
    }
}
