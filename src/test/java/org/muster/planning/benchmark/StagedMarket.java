package org.muster.planning.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.model.Supplier;

/**
 * Random markets in dependent stages, from a seed: material that is bought or made, line time, sterilisation with a hold, packing and transport. Every demand
 * needs a component of each stage, and a longer stage leaves less time to the others, so that how the time is divided decides what can be made.
 */
public final class StagedMarket {

    private static final long DAY = 24 * 60;
    private static final List<String> STAGES = List.of("material", "line", "sterilisation", "packing");

    /** {@code demands} × 4 requirements; the offers are spread evenly over the stages. */
    public static StagedProblem of(long seed, int demandCount, int offerCount, Effort effort) {
        var random = new SplittableRandom(seed);
        List<Stage> stages =
                STAGES.stream().map(name -> new Stage(name, 0, false)).toList();
        long answered = 2 * DAY;
        long deadline = answered + 12 * DAY;
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int d = 0; d < demandCount; d++) {
            long output = random.nextLong(50_000, 400_000);
            demands.add(new Demand("demand " + d, 1, output, 600));
            for (int k = 0; k < STAGES.size(); k++) {
                requirements.add(new Requirement(STAGES.get(k) + " of " + d, d, output, 1000, k, 0, false));
            }
        }
        List<Supplier> suppliers = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        List<Making> makings = new ArrayList<>();
        for (int o = 0; o < offerCount; o++) {
            int stage = o % STAGES.size();
            if (o % 3 == 0) {
                suppliers.add(new Supplier("supplier " + suppliers.size(), random.nextLong(200_000, 2_000_000)));
            }
            boolean stock = stage == 0 && random.nextInt(2) == 0;
            long aDay = random.nextLong(3_000, 30_000);
            long capacity = stock ? aDay * random.nextLong(1, 5) : aDay * 12;
            offers.add(new Offer(
                    "offer " + o,
                    suppliers.size() - 1,
                    capacity,
                    random.nextInt(4) == 0 ? aDay / 2 : 0,
                    1,
                    false,
                    random.nextLong(100_000, 1_500_000)));
            if (!stock) {
                makings.add(new Making(o, aDay, DAY, random.nextLong(60, DAY), random.nextLong(60, DAY / 2)));
            }
            int first = random.nextInt(demandCount);
            for (int i = 0; i < Math.min(demandCount, 3); i++) {
                int r = (first + i) % demandCount * STAGES.size() + stage;
                long arrival = stock ? random.nextLong(DAY, 6 * DAY) : 0;
                arcs.add(new Arc(o, r, random.nextLong(20, 120), capacity, arrival));
            }
        }
        var problem = new PlanProblem(
                stages, demands, requirements, suppliers, offers, arcs, List.of(), List.of(), List.of(), 1, effort);
        return new StagedProblem(problem, makings, List.of(0L, 0L, DAY, 0L), answered, deadline);
    }

    private StagedMarket() {}
}
