package org.muster.planning.benchmark;

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

/** One emergency of ordinary size from a seed: a million pieces of 18 components, a hundred candidates for each, some of them the same suppliers. */
final class Emergency {

    private static final int COMPONENTS = 18;
    private static final int CANDIDATES = 100;

    static PlanProblem of(long seed, Effort effort) {
        var random = new SplittableRandom(seed);
        long output = 1_000_000;
        List<Requirement> requirements = new ArrayList<>();
        List<Supplier> suppliers = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        for (int s = 0; s < 600; s++) {
            suppliers.add(new Supplier("s" + s, random.nextLong(0, 500_000)));
        }
        for (int r = 0; r < COMPONENTS; r++) {
            long quantity = random.nextLong(20_000, 3_000_000);
            requirements.add(new Requirement("r" + r, 0, quantity, quantity / 50, 0, 0, false));
            long price = 1 + 40_000_000 / quantity;
            for (int i = 0; i < CANDIDATES; i++) {
                long capacity = quantity / random.nextLong(2, 40);
                boolean whole = random.nextInt(12) == 0;
                offers.add(new Offer(
                        "o" + offers.size(),
                        random.nextInt(suppliers.size()),
                        capacity,
                        random.nextInt(3) == 0 ? capacity / 4 : 0,
                        !whole && random.nextInt(4) == 0 ? 10 : 1,
                        whole,
                        random.nextLong(0, 2_000_000)));
                arcs.add(new Arc(
                        offers.size() - 1,
                        r,
                        price * random.nextLong(60, 220) / 100 + 1,
                        capacity,
                        random.nextLong(500, 10_500)));
            }
        }
        return new PlanProblem(
                List.of(new Stage("all", 10_000, false)),
                List.of(new Demand("masks", 1, output, 5_000)),
                requirements,
                suppliers,
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                effort);
    }

    private Emergency() {}
}
