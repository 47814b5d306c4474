package org.muster.allocation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.LegBasis;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.Sense;
import org.muster.emergency.web.Head;
import org.muster.planning.PlanRunState;
import org.muster.planning.model.Profile;
import org.muster.planning.model.Rule;
import org.muster.planning.model.WhyLeg;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;

/**
 * A plan as its page shows it, every decision taken.
 *
 * @param found what there is of a plan; null as long as there is none
 * @param mayChange whether the emergency runs, so that another plan may be begun
 * @param changes what is otherwise than the emergency says, in words
 */
record PlanPage(
        Head head,
        String url,
        String listUrl,
        PlanRunState state,
        Profile profile,
        String begunBy,
        Instant begunAt,
        @Nullable Instant finishedAt,
        boolean mayCancel,
        boolean mayChange,
        boolean answered,
        @Nullable String incident,
        List<String> changes,
        List<DoubtRow> doubts,
        @Nullable Found found,
        @Nullable Compared compared,
        WhatIf typed,
        List<Refusal> refusals) {

    public boolean working() {
        return state.isOpen();
    }

    /** What the ledger has less of. */
    record DoubtRow(String title, String supplier, String wanted, String left) {}

    /**
     * @param gap how far from the best it is at most, as a percentage; blank where it is proven to be the best
     * @param chance that all of it is there in time, as a percentage; blank as long as nobody has computed it
     */
    record Found(
            String money,
            String bound,
            String gap,
            String chance,
            String uncertainty,
            int scenarios,
            List<CostRow> costs,
            List<ClockRow> clocks,
            List<DemandRow> demands,
            List<LegRow> legs,
            List<BindingRow> bindings,
            List<RemainderRow> remainders,
            List<MissRow> misses,
            List<HedgeRow> hedges,
            List<TaskRow> tasks,
            List<Refusal> assumptions,
            List<DoubtfulRow> doubtful,
            List<Choice> demandChoices,
            List<Choice> requirementChoices,
            List<Choice> bases,
            int suppliers) {

        public boolean proven() {
            return gap.isEmpty();
        }

        public boolean timed() {
            return !tasks.isEmpty();
        }
    }

    enum Cost {
        GOODS,
        OFFERS,
        SUPPLIERS,
        LATENESS,
        MOVED
    }

    record CostRow(Cost cost, String money) {}

    /**
     * @param name of the stage, where there are several of the kind; blank otherwise
     * @param by until when it has to be; null where nobody said
     */
    record ClockRow(
            Kind kind, String name, Instant at, @Nullable Instant by, boolean late) {
        enum Kind {
            ALLOCATED,
            FIRST_PIECE,
            RELEASED
        }
    }

    /** @param share in per cent, rounded down: nothing is said to be whole that is not */
    record DemandRow(
            String key,
            String name,
            String area,
            int priority,
            Quantity wanted,
            Quantity reached,
            int share,
            List<NeedRow> needs) {
        public boolean whole() {
            return share >= 100;
        }
    }

    /** @param brought how much of it comes along with what is taken elsewhere; null for nothing */
    record NeedRow(
            int tier,
            String name,
            Quantity wanted,
            Quantity covered,
            @Nullable Quantity brought,
            int share,
            boolean scarce,
            List<String> suppliers) {
        public boolean whole() {
            return share >= 100;
        }
    }

    /**
     * @param needed the same in the unit that the requirement is counted in
     * @param why how it came to be chosen
     * @param next who would be taken instead; blank for nobody
     * @param dearer by how much that would be dearer; blank where it is not
     */
    record LegRow(
            int arc,
            String supplier,
            String supplierId,
            String mobile,
            String title,
            String listing,
            String requirementKey,
            String requirement,
            String area,
            Quantity quantity,
            Quantity needed,
            Instant arrives,
            String cost,
            Sense.PriceSource price,
            WhyLeg.@Nullable Why why,
            String next,
            String dearer,
            boolean converted,
            String kilometres,
            String certificates,
            String brings,
            @Nullable LegBasis basis,
            BasisForm form) {

        public String amountField() {
            return "amount-" + arc;
        }

        public LegalBasis by() {
            return basis == null ? LegalBasis.MARKET_PURCHASE : basis.basis();
        }
    }

    /** What was typed about the right by which a leg is had, kept when it is refused. */
    record BasisForm(
            String basisField,
            String authorityField,
            String documentField,
            String basis,
            String authority,
            String document,
            boolean open) {}

    /** @param callers who may have more of it */
    record BindingRow(String requirement, Quantity step, Quantity output, String saved, List<Caller> callers) {}

    record Caller(String name, String mobile, String title) {}

    /** @param challenge where it is published as one, filled in with what is missing */
    record RemainderRow(String challenge, String requirement, Quantity lacking, Quantity notToBeHad) {

        public boolean isOffered() {
            return notToBeHad.amount().signum() == 0;
        }
    }

    /**
     * @param rule the first rule that taking it would break; null where it is a question of price or of a condition
     * @param reasons conditions that it does not meet
     * @param dearer by how much it is dearer; blank where that is not the point
     */
    record MissRow(
            String requirement,
            String supplier,
            String title,
            String listing,
            @Nullable Rule rule,
            String dearer,
            List<Refusal> reasons) {}

    /** An offer of which something is hard to believe. */
    record DoubtfulRow(
            String supplier, String mobile, String title, String listing, boolean used, List<Refusal> doubts) {}

    record HedgeRow(
            String supplier,
            String mobile,
            String title,
            Quantity quantity,
            String requirement,
            String cost,
            String before,
            String after) {}

    /**
     * @param x where it begins in the picture, of a thousand
     * @param width of a thousand
     */
    record TaskRow(Kind kind, String name, Instant begins, Instant ends, int x, int width, boolean critical) {
        enum Kind {
            ANSWER,
            ARRIVAL,
            MAKING,
            HOLD
        }
    }

    /** What is otherwise than in the plan that this one was begun from. */
    record Compared(
            String beforeUrl,
            List<OutputRow> outputs,
            List<LegChangeRow> legs,
            String cost,
            boolean dearer,
            @Nullable String gained,
            List<String> lost) {}

    record OutputRow(String name, String area, Quantity before, Quantity after, boolean less) {}

    record LegChangeRow(String supplier, String title, String requirement, Quantity before, Quantity after) {}
}
