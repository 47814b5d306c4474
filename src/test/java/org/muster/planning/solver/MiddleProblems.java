package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;

/** Random problems too large to try every plan: one demand in four needs three components, suppliers have a few offers each, supply is a little scarce. */
final class MiddleProblems {

    private final SplittableRandom random;

    MiddleProblems(long seed) {
        random = new SplittableRandom(seed);
    }

    PlanProblem next(int demandCount, int offerCount, Effort effort) {
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int d = 0; d < demandCount; d++) {
            long output = random.nextLong(50, 2000);
            demands.add(new Demand("d" + d, random.nextInt(1, 3), output, random.nextLong(300, 3000)));
            boolean joint = random.nextInt(4) == 0;
            for (int c = joint ? 3 : 1; c > 0; c--) {
                long quantity = joint ? random.nextLong(20, 800) : output;
                requirements.add(
                        new Requirement("r" + requirements.size(), d, quantity, random.nextLong(0, 20), 0, 0, false));
            }
        }
        List<Supplier> suppliers = new ArrayList<>();
        for (int s = 0; s <= offerCount / 4; s++) {
            suppliers.add(new Supplier("s" + s, random.nextLong(0, 5000)));
        }
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        for (int o = 0; o < offerCount; o++) {
            long capacity = random.nextLong(20, 1000);
            boolean whole = random.nextInt(10) == 0;
            offers.add(new Offer(
                    "o" + o,
                    random.nextInt(suppliers.size()),
                    capacity,
                    random.nextInt(3) == 0 ? capacity / 5 : 0,
                    !whole && random.nextInt(5) == 0 ? 10 : 1,
                    whole,
                    random.nextLong(0, 4000)));
            int first = random.nextInt(requirements.size());
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                int r = (first + k * k) % requirements.size();
                arcs.add(new Arc(o, r, random.nextLong(10, 200), capacity, 0));
            }
        }
        return new PlanProblem(
                List.of(new Stage("all", 0, false)),
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                10,
                effort);
    }
}
