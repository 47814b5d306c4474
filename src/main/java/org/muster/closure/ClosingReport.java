package org.muster.closure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AskDeed;
import org.muster.ask.AskState;
import org.muster.challenge.ChallengeEntry;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.recipe.Bilingual;
import org.muster.reservation.ClaimState;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/**
 * What came of an emergency.
 *
 * @param asOf the moment it was closed, or this one while it runs
 * @param given everything that somebody was asked for, the first asked first
 * @param overrides where somebody put a demand before others, against the published order
 * @param forecasts for each plan that was sent, the first sent first
 */
public record ClosingReport(
        EmergencyView emergency,
        Instant asOf,
        List<Happening> timeline,
        List<Given> given,
        List<Override> overrides,
        List<Forecast> forecasts) {

    public ClosingReport {
        timeline = List.copyOf(timeline);
        given = List.copyOf(given);
        overrides = List.copyOf(overrides);
        forecasts = List.copyOf(forecasts);
    }

    /** Something that happened, with who did it and what it was about in the words that were used. */
    public record Happening(Instant at, String who, Kind kind, String about) {}

    /** What sort of thing happened. */
    public sealed interface Kind {
        record OnRecord(Entry.Deed deed) implements Kind {}

        record WithSupplier(AskDeed deed) implements Kind {}

        record OnChallenge(ChallengeEntry.Deed deed) implements Kind {}

        /** @param ended whether it was begun or had ended */
        record Planned(boolean ended) implements Kind {}
    }

    /**
     * What somebody was asked for, and what became of it.
     *
     * @param open whether its listing is one that everybody may read
     * @param quantity empty for what is had by time
     * @param value of all of it at the price that its supplier asks; empty where no price was said
     * @param promisedAt empty where it was never promised
     */
    public record Given(
            OrganisationId supplier,
            String supplierName,
            boolean open,
            Bilingual thing,
            Optional<Quantity> quantity,
            LegalBasis basis,
            Optional<Price> price,
            Optional<Money> value,
            Instant askedAt,
            Optional<Instant> promisedAt,
            AskState state,
            Optional<ClaimState> ledger) {

        /** Whether it was promised, and not given back afterwards. */
        public boolean stands() {
            return state == AskState.COMMITTED
                    && ledger.filter(one -> one == ClaimState.COMMITTED || one == ClaimState.CONSUMED)
                            .isPresent();
        }

        public boolean delivered() {
            return ledger.filter(one -> one == ClaimState.CONSUMED).isPresent();
        }
    }

    /**
     * A priority that somebody set against the published order, and what it takes from others in the plan.
     *
     * @param gained what the favoured demand reaches more
     * @param lost what each of the others reaches less
     * @param moved units taken from legs of the others
     * @param cost yuan more; below zero for less
     */
    public record Override(
            Instant at,
            String who,
            String reason,
            Bilingual demand,
            Quantity gained,
            List<Lost> lost,
            long moved,
            BigDecimal cost,
            boolean sent) {
        public Override {
            lost = List.copyOf(lost);
        }
    }

    public record Lost(Bilingual demand, String area, Quantity less) {}

    /**
     * What a plan promised, beside what came.
     *
     * @param likely how likely the plan said it was that everything is there in time
     * @param allocatedBy when it said that everybody would have answered
     * @param allocatedAt when the last of them promised; empty where not all did
     * @param cost yuan of goods, freight and charges that it planned with
     * @param paid yuan that the promised ones ask by their stated prices
     */
    public record Forecast(
            Instant sentAt,
            double likely,
            int legs,
            int promised,
            Instant allocatedBy,
            Optional<Instant> allocatedAt,
            BigDecimal cost,
            BigDecimal paid,
            int unpriced) {

        /** Whether everybody asked promised by the time that was forecast. */
        public boolean kept() {
            return allocatedAt.filter(at -> !at.isAfter(allocatedBy)).isPresent();
        }
    }
}
