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
        Map<Integer, Making> making = new HashMap<>();
        makings.forEach(one -> making.put(one.offer(), one));
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
