package org.muster.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.muster.allocation.PlanStanding;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.Sense;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.PlanProblem;
import org.muster.shared.Quantity;

/** Counts how far a plan and the answers to it cover each requirement. Pure. */
final class Coverages {

    static final int WHOLE = 100;

    private final PlannedRun run;
    private final Sense sense;
    private final PlanProblem problem;
    private final PlanStanding standing;
    private final long[] planned;
    private final long[] held;
    private final long[] promised;

    private Coverages(PlannedRun run, PlanStanding standing) {
        this.run = run;
        this.standing = standing;
        sense = run.sense();
        problem = run.detail().order().problem();
        int requirements = problem.requirements().size();
        planned = new long[requirements];
        held = new long[requirements];
        promised = new long[requirements];
    }

    /** One for each requirement of the plan, in its order. */
    static List<Coverage> of(PlannedRun run, PlanStanding standing) {
        return new Coverages(run, standing).all();
    }

    private List<Coverage> all() {
        for (Leg leg : run.legs()) {
            count(planned, leg.arc(), leg.quantity());
            PlanStanding.Asked asked = standing.asked().get(leg.arc());
            if (asked != null) {
                boolean yes = asked.firmness() == PlanStanding.Firmness.PROMISED;
                count(yes ? promised : held, leg.arc(), said(leg, asked));
            }
        }
        List<Coverage> all = new ArrayList<>();
        for (int r = 0; r < planned.length; r++) {
            all.add(coverage(r));
        }
        return all;
    }

    /** What a leg gives to its own requirement, and what its supplier brings along for others. */
    private void count(long[] sums, int arc, long units) {
        int own = problem.arcs().get(arc).requirement();
        sums[own] = Math.addExact(sums[own], units);
        for (Included along : problem.included()) {
            if (along.arc() == arc) {
                sums[along.requirement()] = Math.addExact(sums[along.requirement()], along.broughtBy(units));
            }
        }
    }

    /** What its supplier is asked for by now: after a counter less than was planned, and never more than counts. */
    private long said(Leg leg, PlanStanding.Asked asked) {
        Sense.OfferSense offer =
                sense.offers().get(problem.arcs().get(leg.arc()).offer());
        return asked.quantity()
                .map(quantity -> quantity.inBase()
                        .divide(new Quantity(offer.perUnit(), offer.unit()).inBase(), 0, RoundingMode.HALF_UP)
                        .longValueExact())
                .map(units -> Math.min(units, leg.quantity()))
                .orElse(leg.quantity());
    }

    private Coverage coverage(int r) {
        Sense.RequirementSense of = sense.requirements().get(r);
        Sense.DemandSense demand = sense.demands().get(of.demand());
        long needed = problem.requirements().get(r).quantity();
        return new Coverage(
                of.key(),
                of.name(),
                demand.name(),
                demand.area(),
                of.neededBy(),
                sense.asNeeded(r, needed),
                sense.asNeeded(r, planned[r]),
                sense.asNeeded(r, held[r]),
                sense.asNeeded(r, promised[r]),
                percent(planned[r], needed),
                percent(held[r], needed),
                percent(promised[r], needed));
    }

    /** Rounded down: what is short by one piece is not whole. */
    private static int percent(long of, long needed) {
        if (of >= needed) {
            return WHOLE;
        }
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(WHOLE))
                .divide(BigDecimal.valueOf(needed), 0, RoundingMode.FLOOR)
                .intValueExact();
    }
}
