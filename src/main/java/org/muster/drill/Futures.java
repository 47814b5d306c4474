package org.muster.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Leg;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;

/** One future of a plan: what its suppliers answer, when, and when their goods come; by what the plan knows of each of them. Pure. */
final class Futures {

    /** The quickest answer, and the shares of the time for answers at which most have come, and the slowest. */
    private static final long SOONEST = 5;

    private static final int MOST_ANSWER_BY = 3;
    private static final double TOO_LATE = 1.25;

    private Futures() {}

    /**
     * @param answerWithin minutes that suppliers have to answer
     * @param from the minute in which they are asked
     * @param first the position of the first step
     * @return in the order in which it happens
     */
    static List<DrillStep> draw(PlanOrder order, List<Leg> legs, long answerWithin, long seed, long from, int first) {
        record Drawn(int arc, StepKind kind, long minute, long late) {}
        var random = new SplittableRandom(seed);
        long within = Math.max(SOONEST, answerWithin);
        var answering = new Spread(
                SOONEST, Math.max(SOONEST, within / MOST_ANSWER_BY), Math.max(SOONEST, Math.round(within * TOO_LATE)));
        List<Drawn> drawn = new ArrayList<>();
        for (Leg leg : legs) {
            Arc arc = order.problem().arcs().get(leg.arc());
            Reliability known = order.records().get(arc.offer());
            long needed = answering.quantile(random.nextDouble());
            long answered = from + needed;
            boolean yes = random.nextInt(Reliability.CERTAIN) < known.acceptance();
            long late = known.leadTime().quantile(random.nextDouble())
                    + known.transit().quantile(random.nextDouble());
            if (needed > within) {
                drawn.add(new Drawn(leg.arc(), StepKind.SILENT, from + within, 0));
            } else if (!yes) {
                drawn.add(new Drawn(leg.arc(), StepKind.DECLINED, answered, 0));
            } else {
                drawn.add(new Drawn(leg.arc(), StepKind.PROMISED, answered, 0));
                drawn.add(new Drawn(
                        leg.arc(), StepKind.ARRIVED, Math.max(answered, arc.arrival() + late), Math.max(0, late)));
            }
        }
        drawn.sort(Comparator.comparingLong(Drawn::minute));
        List<DrillStep> steps = new ArrayList<>();
        for (Drawn one : drawn) {
            steps.add(new DrillStep(first + steps.size(), one.arc(), one.kind(), one.minute(), one.late()));
        }
        return steps;
    }
}
