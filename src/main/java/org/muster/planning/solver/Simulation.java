package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;

/**
 * Plays a plan through many futures. Chance is a function of seed, scenario and offer alone, so that two plans meet the same futures and their difference is
 * theirs: whoever says no in one says no in the other.
 */
public final class Simulation {

    /** Steps into which a distribution is cut. */
    private static final int STEPS = 1024;

    /** Hedges are chosen over fewer scenarios than they are reported over. */
    private static final int TO_CHOOSE = 2_000;

    private static final long ACCEPTS = 1;
    private static final long LEAD = 2;
    private static final long TRANSIT = 3;
    private static final long USABLE = 4;

    private final PlanProblem problem;
    private final List<Reliability> reliabilities;
    private final long[] latest;
    private final long[] targets;
    private final List<List<Included>> included = new ArrayList<>();
    private final Map<Spread, long[]> tables = new HashMap<>();
    private final long seed;
    private final int scenarios;

    /**
     * @param reliabilities one an offer
     * @param deadlines minutes by which a stage's deliveries must be there, one a stage
     * @param targets units of output that count as success, one a demand
     */
    public Simulation(
            PlanProblem problem,
            List<Reliability> reliabilities,
            List<Long> deadlines,
            List<Long> targets,
            long seed,
            int scenarios) {
        this.problem = problem;
        this.reliabilities = List.copyOf(reliabilities);
        this.seed = seed;
        this.scenarios = scenarios;
        this.targets = targets.stream().mapToLong(Long::longValue).toArray();
        problem.arcs().forEach(arc -> included.add(new ArrayList<>()));
        problem.included().forEach(along -> included.get(along.arc()).add(along));
        latest = problem.requirements().stream()
                .mapToLong(requirement -> deadlines.get(requirement.stage()))
                .toArray();
    }

    public Outlook outlook(Plan plan) {
        return new Played(plan, scenarios).outlook();
    }

    /**
     * The standbys that raise the probability most for their cost, one after the other, each given those before it.
     *
     * @param most how many at most
     */
    public List<Hedge> hedges(Plan plan, int most) {
        var few = new Played(plan, Math.min(scenarios, TO_CHOOSE));
        var all = new Played(plan, scenarios);
        List<Candidate> candidates = candidates(plan);
        List<Hedge> hedges = new ArrayList<>();
        Outlook before = all.outlook();
        while (hedges.size() < most) {
            Candidate best = null;
            double bestGain = 0;
            int[][] failing = few.failing();
            for (Candidate candidate : candidates) {
                double gain = few.savedBy(candidate, failing) / Math.max(1.0, candidate.cost);
                if (gain > bestGain) {
                    bestGain = gain;
                    best = candidate;
                }
            }
            if (best == null) {
                return hedges;
            }
            few.add(best);
            all.add(best);
            Outlook after = all.outlook();
            hedges.add(new Hedge(best.arc, best.quantity, best.cost, before, after));
            before = after;
            int offer = problem.arcs().get(best.arc).offer();
            candidates.removeIf(candidate -> problem.arcs().get(candidate.arc).offer() == offer);
        }
        return hedges;
    }

    private record Candidate(int arc, long quantity, long cost) {}

    /** Each unused pairing that could stand in for the largest leg of its requirement, or for as much of it as it has room for. */
    private List<Candidate> candidates(Plan plan) {
        long[] ordered = new long[problem.offers().size()];
        long[] largest = new long[problem.requirements().size()];
        boolean[] used = new boolean[problem.arcs().size()];
        boolean[] usedSupplier = new boolean[problem.suppliers().size()];
        for (Leg leg : plan.legs()) {
            Arc arc = problem.arcs().get(leg.arc());
            used[leg.arc()] = true;
            ordered[arc.offer()] += leg.quantity();
            usedSupplier[problem.offers().get(arc.offer()).supplier()] = true;
            largest[arc.requirement()] = Math.max(largest[arc.requirement()], leg.quantity());
        }
        boolean[] closed = problem.closedArcs();
        List<Candidate> candidates = new ArrayList<>();
        for (int a = 0; a < used.length; a++) {
            Arc arc = problem.arcs().get(a);
            Offer offer = problem.offers().get(arc.offer());
            if (used[a] || closed[a] || !problem.arrivesInTime(arc) || largest[arc.requirement()] == 0) {
                continue;
            }
            long now = ordered[arc.offer()];
            long wish = Math.min(arc.maximum(), largest[arc.requirement()]);
            long order = offer.greatestOrderUpTo(now + wish);
            if (order <= now) {
                order = offer.leastOrderFrom(now + wish);
            }
            long quantity = order - now;
            if (quantity > 0 && quantity <= arc.maximum()) {
                long charges = now > 0 ? 0 : offer.fixedCharge();
                charges += usedSupplier[offer.supplier()]
                        ? 0
                        : problem.suppliers().get(offer.supplier()).fixedCharge();
                candidates.add(new Candidate(a, quantity, problem.priceOf(arc) * quantity + charges));
            }
        }
        return candidates;
    }

    /** A uniform number of 64 bits. */
    private long chance(long scenario, long position, long kind) {
        long z = seed + scenario * 0x9E3779B97F4A7C15L + position * 0xD1B54A32D192ED03L + kind * 0x8CB92BA72F3D8DD7L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long[] table(Spread spread) {
        return tables.computeIfAbsent(spread, one -> {
            long[] values = new long[STEPS];
            for (int i = 0; i < STEPS; i++) {
                values[i] = one.quantile((i + 0.5) / STEPS);
            }
            return values;
        });
    }

    private static int step(long chance) {
        return (int) (chance >>> 54);
    }

    /** What an arc brings in each future. */
    private final class Bringing {

        private final int arc;
        private final int offer;
        private final long quantity;
        private final long[] lead;
        private final long[] transit;
        private final long[] usable;
        private final long yes;
        private final boolean always;
        private final long slack;

        Bringing(int arc, long quantity) {
            this.arc = arc;
            this.quantity = quantity;
            Arc over = problem.arcs().get(arc);
            offer = over.offer();
            Reliability reliability = reliabilities.get(offer);
            lead = table(reliability.leadTime());
            transit = table(reliability.transit());
            usable = table(reliability.usable());
            yes = reliability.acceptance() * (Long.MAX_VALUE / Reliability.CERTAIN);
            always = reliability.acceptance() == Reliability.CERTAIN;
            slack = latest[over.requirement()] - over.arrival();
        }

        long in(int s) {
            boolean accepted = always || chance(s, offer, ACCEPTS) >>> 1 < yes;
            if (!accepted || lead[step(chance(s, offer, LEAD))] + transit[step(chance(s, arc, TRANSIT))] > slack) {
                return 0;
            }
            long share = usable[step(chance(s, offer, USABLE))];
            return share == Reliability.CERTAIN
                    ? quantity
                    : quantity / Reliability.CERTAIN * share
                            + quantity % Reliability.CERTAIN * share / Reliability.CERTAIN;
        }
    }

    /** What arrives in time in each scenario. */
    private final class Played {

        private final int count;
        private final long[][] delivered;
        private final List<BitSet> lessOfLeg = new ArrayList<>();
        private final int[][] components;
        private final long[] enough;

        Played(Plan plan, int count) {
            this.count = count;
            delivered = new long[problem.requirements().size()][count];
            components = new int[targets.length][];
            enough = new long[delivered.length];
            for (int d = 0; d < targets.length; d++) {
                int demand = d;
                components[d] = IntStream.range(0, problem.requirements().size())
                        .filter(r -> problem.requirements().get(r).demand() == demand)
                        .toArray();
                for (int r : components[d]) {
                    enough[r] = problem.requirements()
                            .get(r)
                            .needFor(targets[d], problem.demands().get(d).output());
                }
            }
            for (Leg leg : plan.legs()) {
                lessOfLeg.add(deliver(leg.arc(), leg.quantity()));
            }
        }

        /** Adds what the arc brings, and returns in which scenarios that is less than planned. */
        private BitSet deliver(int a, long quantity) {
            var less = new BitSet(count);
            var bringing = new Bringing(a, quantity);
            long[] to = delivered[problem.arcs().get(a).requirement()];
            for (int s = 0; s < count; s++) {
                long brought = bringing.in(s);
                to[s] += brought;
                for (Included along : included.get(a)) {
                    delivered[along.requirement()][s] += along.broughtBy(brought);
                }
                if (brought < quantity) {
                    less.set(s);
                }
            }
            return less;
        }

        void add(Candidate candidate) {
            deliver(candidate.arc, candidate.quantity);
        }

        /** For each requirement the scenarios that fail for want of it alone; at the last position those that fail for several. */
        int[][] failing() {
            int[] lacking = new int[count];
            int[] sizes = new int[delivered.length + 1];
            for (int s = 0; s < count; s++) {
                lacking[s] = lackingIn(s);
                if (lacking[s] >= 0) {
                    sizes[lacking[s]]++;
                }
            }
            int[][] failing = new int[sizes.length][];
            for (int r = 0; r < sizes.length; r++) {
                failing[r] = new int[sizes[r]];
            }
            for (int s = 0; s < count; s++) {
                if (lacking[s] >= 0) {
                    failing[lacking[s]][--sizes[lacking[s]]] = s;
                }
            }
            return failing;
        }

        /** -1 where nothing lacks, the number of requirements where several do. */
        private int lackingIn(int s) {
            int lacking = -1;
            for (int r = 0; r < delivered.length; r++) {
                if (delivered[r][s] < enough[r]) {
                    if (lacking >= 0) {
                        return delivered.length;
                    }
                    lacking = r;
                }
            }
            return lacking;
        }

        /** In how many scenarios that fail now all would be there with this one too. */
        int savedBy(Candidate candidate, int[][] failing) {
            int r = problem.arcs().get(candidate.arc).requirement();
            var bringing = new Bringing(candidate.arc, candidate.quantity);
            if (!included.get(candidate.arc).isEmpty()) {
                return savedTogether(candidate, bringing, r, failing);
            }
            int saved = 0;
            for (int s : failing[r]) {
                saved += delivered[r][s] + bringing.in(s) >= enough[r] ? 1 : 0;
            }
            return saved;
        }

        /** Whoever brings other components along may help where several lack. */
        private int savedTogether(Candidate candidate, Bringing bringing, int r, int[][] failing) {
            int saved = 0;
            for (int[] scenarios : failing) {
                for (int s : scenarios) {
                    long brought = bringing.in(s);
                    delivered[r][s] += brought;
                    included.get(candidate.arc)
                            .forEach(along -> delivered[along.requirement()][s] += along.broughtBy(brought));
                    saved += lackingIn(s) < 0 ? 1 : 0;
                    delivered[r][s] -= brought;
                    included.get(candidate.arc)
                            .forEach(along -> delivered[along.requirement()][s] -= along.broughtBy(brought));
                }
            }
            return saved;
        }

        private boolean met(int d, int s) {
            for (int r : components[d]) {
                if (delivered[r][s] < enough[r]) {
                    return false;
                }
            }
            return true;
        }

        Outlook outlook() {
            int[] ofDemand = new int[targets.length];
            int met = 0;
            var failed = new BitSet(count);
            for (int s = 0; s < count; s++) {
                boolean all = true;
                for (int d = 0; d < targets.length; d++) {
                    boolean reached = met(d, s);
                    ofDemand[d] += reached ? 1 : 0;
                    all &= reached;
                }
                if (!all) {
                    failed.set(s);
                }
                met += all ? 1 : 0;
            }
            List<Integer> failures = new ArrayList<>();
            for (BitSet less : lessOfLeg) {
                var both = (BitSet) less.clone();
                both.and(failed);
                failures.add(both.cardinality());
            }
            return new Outlook(count, met, Arrays.stream(ofDemand).boxed().toList(), failures);
        }
    }
}
