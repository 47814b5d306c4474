package org.muster.planning.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem whose stages follow each other: what belongs to a stage must be there, or be made in it and brought on, before it ends; a regulated hold may
 * close it. When the stages begin is open; only the last one's end is given. Stages are in the order of the problem's list, and
 * their own {@link Stage#begins} does not count.
 *
 * @param makings offers that work during their stage, at most one an offer
 * @param holds minutes that each stage's result rests before the next one may begin, one a stage
 * @param answered minutes until those who were asked have answered; nothing begins earlier
 * @param deadline minutes by which the last stage has ended, its hold included
 */
public record StagedProblem(PlanProblem problem, List<Making> makings, List<Long> holds, long answered, long deadline) {

    public StagedProblem {
        makings = List.copyOf(makings);
        holds = List.copyOf(holds);
        Require.that(holds.size() == problem.stages().size(), "There are %d holds", holds.size());
        holds.forEach(hold -> Require.notNegative(hold, "hold", "a stage"));
        Require.notNegative(answered, "answered", "a staged problem");
        Map<Integer, Integer> stageOf = new HashMap<>();
        for (Making making : makings) {
            Require.index(making.offer(), problem.offers().size(), "offer", "a making");
            Require.that(stageOf.put(making.offer(), -1) == null, "Offer %d is made twice", making.offer());
        }
        for (Arc arc : problem.arcs()) {
            int stage = problem.requirements().get(arc.requirement()).stage();
            Integer before = stageOf.containsKey(arc.offer()) ? stageOf.put(arc.offer(), stage) : Integer.valueOf(-1);
            Require.that(
                    before == null || before == -1 || before == stage,
                    "%s works in two stages",
                    problem.offers().get(arc.offer()).id());
        }
    }

    /** Those that work, by the positions of their offers. */
    Map<Integer, Making> makingByOffer() {
        Map<Integer, Making> making = new HashMap<>();
        makings.forEach(one -> making.put(one.offer(), one));
        return making;
    }

    /** Whether what is pinned is there, or made, before its stage ends, when the stages have so many minutes. */
    public boolean bearsPins(long[] lengths) {
        long[] least = leastLengths();
        long[] earliest = earliestEnds();
        long at = answered;
        for (int k = 0; k < lengths.length; k++) {
            at += lengths[k];
            if (lengths[k] < least[k] || at < earliest[k]) {
                return false;
            }
        }
        return true;
    }

    /** The stages as short as what is pinned lets them be, and the rest of the time in the last one; what is pinned may come later than the deadline. */
    public long[] shortestForPins() {
        long[] lengths = leastLengths();
        long[] earliest = earliestEnds();
        long at = answered;
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = Math.max(lengths[k], earliest[k] - at);
            at += lengths[k];
        }
        if (lengths.length > 0) {
            lengths[lengths.length - 1] += Math.max(0, deadline - at);
        }
        return lengths;
    }

    /** A stage to which something is pinned has room for its hold and for what is pinned of each maker in it. */
    private long[] leastLengths() {
        Map<Integer, Making> making = makingByOffer();
        Map<Integer, Long> made = new HashMap<>();
        long[] least = new long[holds.size()];
        for (Pin pin : problem.pins()) {
            int offer = problem.arcs().get(pin.arc()).offer();
            int stage = stageOf(pin);
            long sum = made.merge(offer, pin.quantity(), Math::addExact);
            Making maker = making.get(offer);
            long work = maker == null ? 0 : maker.timeFor(sum);
            least[stage] = Math.max(least[stage], holds.get(stage) + work);
        }
        return least;
    }

    private long[] earliestEnds() {
        long[] earliest = new long[holds.size()];
        for (Pin pin : problem.pins()) {
            int stage = stageOf(pin);
            earliest[stage] =
                    Math.max(earliest[stage], problem.arcs().get(pin.arc()).arrival() + holds.get(stage));
        }
        return earliest;
    }

    private int stageOf(Pin pin) {
        return problem.requirements()
                .get(problem.arcs().get(pin.arc()).requirement())
                .stage();
    }

    /** The problem without windows that remains when the stages begin at these minutes; the last entry is when the last stage has ended. */
    public PlanProblem at(List<Long> milestones) {
        long[] lengths = new long[holds.size()];
        long[] ends = new long[holds.size()];
        for (int k = 0; k < lengths.length; k++) {
            ends[k] = milestones.get(k + 1);
            lengths[k] = milestones.get(k + 1) - milestones.get(k);
        }
        return within(lengths, ends);
    }

    /**
     * The problem in which each stage has so many minutes, hold included, whatever the others have, and ends at these minutes. With more of
     * either, more plans are possible and none less.
     */
    public PlanProblem within(long[] lengths, long[] ends) {
        List<Stage> stages = new ArrayList<>();
        for (int k = 0; k < lengths.length; k++) {
            stages.add(new Stage(problem.stages().get(k).id(), Math.max(0, ends[k] - holds.get(k)), false));
        }
        Map<Integer, Making> making = makingByOffer();
        long[] most = problem.offers().stream().mapToLong(Offer::capacity).toArray();
        for (Arc arc : problem.arcs()) {
            Making made = making.get(arc.offer());
            int stage = problem.requirements().get(arc.requirement()).stage();
            if (lengths[stage] < holds.get(stage)) {
                most[arc.offer()] = 0;
            } else if (made != null) {
                most[arc.offer()] = Math.min(most[arc.offer()], made.madeWithin(lengths[stage] - holds.get(stage)));
            }
        }
        List<Offer> offers = new ArrayList<>();
        for (int o = 0; o < most.length; o++) {
            Offer offer = problem.offers().get(o);
            boolean partOfAWhole = offer.allOrNothing() && most[o] < offer.capacity();
            offers.add(new Offer(
                    offer.id(),
                    offer.supplier(),
                    partOfAWhole ? 0 : most[o],
                    offer.minimum(),
                    offer.multiple(),
                    offer.allOrNothing(),
                    offer.fixedCharge()));
        }
        return problem.withWindows(stages, offers);
    }
}
