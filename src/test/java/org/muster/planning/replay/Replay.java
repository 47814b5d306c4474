package org.muster.planning.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.muster.planning.benchmark.NaiveGreedy;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.solver.FairPlanner;
import org.muster.planning.solver.LagrangianPlanner;
import org.muster.planning.solver.Simulation;

/** Past needs planned in several ways on the same market, and what each way comes to. */
final class Replay {

    /** What somebody counts on may come short by this much, in percent. */
    private static final int ENOUGH = 90;

    private final PastMarket market;

    Replay(PastMarket market) {
        this.market = market;
    }

    /**
     * What a plan comes to.
     *
     * @param fill mean share of each need that is met
     * @param units share of all units that is met
     * @param whole share of the needs that are met whole
     * @param least the smallest share of any need
     * @param jain fairness of the shares after Jain: 1 when all are equal, 1/n when one has everything
     * @param hours mean time until a unit is there
     * @param yuan for one unit, landed, charges included
     */
    record Figures(
            String way, double fill, double units, double whole, double least, double jain, double hours, double yuan) {

        static final String HEAD =
                "| way | needs met, mean | units met | needs met whole | worst served | fairness (Jain) | hours to arrive | yuan a unit |\n|---|---|---|---|---|---|---|---|";

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.3f | %.1f | %.2f |",
                    way,
                    100 * fill,
                    100 * units,
                    100 * whole,
                    100 * least,
                    jain,
                    hours,
                    yuan);
        }
    }

    /** Need by need as the list comes, each from whoever was entered first. */
    Plan firstCome() {
        return NaiveGreedy.plan(
                market.problem(), arc -> market.problem().arcs().get(arc).offer());
    }

    /** Need by need as the list comes, each from whoever is there soonest. */
    Plan nearest() {
        return NaiveGreedy.plan(
                market.problem(), arc -> market.problem().arcs().get(arc).arrival());
    }

    Plan cheapest() {
        return new LagrangianPlanner()
                .plan(market.problem(), PlanWatcher.NOBODY)
                .plan();
    }

    Plan fair() {
        return new FairPlanner(new LagrangianPlanner())
                .plan(market.problem(), PlanWatcher.NOBODY)
                .plan();
    }

    Figures figures(String way, Plan plan) {
        PlanProblem problem = market.problem();
        if (!PlanChecker.check(problem, plan).isEmpty()) {
            throw new IllegalStateException(way + ": " + PlanChecker.check(problem, plan));
        }
        int needs = market.needs().size();
        double sum = 0;
        double squares = 0;
        double least = 1;
        int whole = 0;
        long units = 0;
        long wanted = 0;
        for (int d = 0; d < needs; d++) {
            double fill =
                    (double) plan.outputs().get(d) / problem.demands().get(d).output();
            sum += fill;
            squares += fill * fill;
            least = Math.min(least, fill);
            whole += fill == 1 ? 1 : 0;
            units += plan.outputs().get(d);
            wanted += problem.demands().get(d).output();
        }
        double hours = 0;
        for (Leg leg : plan.legs()) {
            Arc arc = problem.arcs().get(leg.arc());
            hours += (double) leg.quantity() * arc.arrival() / PastMarket.HOUR;
        }
        double paid = plan.cost().goods() + plan.cost().offers() + plan.cost().suppliers();
        return new Figures(
                way,
                sum / needs,
                (double) units / wanted,
                (double) whole / needs,
                least,
                squares == 0 ? 1 : sum * sum / (needs * squares),
                hours / Math.max(1, units),
                paid / PastMarket.TICKS / Math.max(1, units));
    }

    // ── Predicted and observed ──────────────────────────────────────────────────

    /** What was said of a need, and what came. */
    record Told(double predicted, boolean came) {}

    /**
     * For each need that the plan serves, how likely it was said to be that enough of it comes in time, and whether it did: once in each world, where
     * suppliers answer as they really are.
     */
    List<Told> told(Plan plan, int scenarios, int worlds) {
        List<Long> targets =
                plan.outputs().stream().map(one -> one * ENOUGH / 100).toList();
        List<Long> deadlines = List.of(PastMarket.DEADLINE);
        long seed = market.problem().effort().seed();
        Outlook said =
                new Simulation(market.problem(), market.expected(), deadlines, targets, seed, scenarios).outlook(plan);
        List<Told> told = new ArrayList<>();
        for (int world = 1; world <= worlds; world++) {
            Outlook came = new Simulation(market.problem(), market.real(), deadlines, targets, seed + 7_919L * world, 1)
                    .outlook(plan);
            for (int d = 0; d < targets.size(); d++) {
                if (targets.get(d) > 0) {
                    told.add(new Told(
                            (double) said.metOfDemand().get(d) / scenarios,
                            came.metOfDemand().get(d) == 1));
                }
            }
        }
        return told;
    }

    /**
     * How good predictions are.
     *
     * @param brier mean squared distance between what was said and what came; 0 is best
     * @param always the same for somebody who always says how often it comes on the whole
     * @param bins ten of equal width
     */
    record Calibration(int count, double brier, double always, List<Bin> bins) {

        static Calibration of(List<Told> told) {
            double squares = 0;
            int[] count = new int[10];
            int[] came = new int[10];
            double[] said = new double[10];
            for (Told one : told) {
                double apart = one.predicted() - (one.came() ? 1 : 0);
                squares += apart * apart;
                int bin = Math.min(9, (int) (10 * one.predicted()));
                count[bin]++;
                came[bin] += one.came() ? 1 : 0;
                said[bin] += one.predicted();
            }
            double rate = (double) Arrays.stream(came).sum() / Math.max(1, told.size());
            List<Bin> bins = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                if (count[i] > 0) {
                    bins.add(new Bin(count[i], said[i] / count[i], (double) came[i] / count[i]));
                }
            }
            return new Calibration(told.size(), squares / Math.max(1, told.size()), rate * (1 - rate), bins);
        }

        /** A reliability plot: what was said across, what came upwards; a dot the larger the more often it was said. */
        String svg() {
            StringBuilder svg = new StringBuilder("""
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 460" role="img" font-family="sans-serif" font-size="12">
                    <title>Predicted and observed probability</title>
                    <rect width="460" height="460" fill="#fff"/>
                    <path d="M50 410H450M50 410V10" stroke="#333" fill="none"/>
                    <path d="M50 410L450 10" stroke="#999" stroke-dasharray="4 4"/>
                    """);
            for (int i = 0; i <= 10; i += 2) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"426\" text-anchor=\"middle\">%d %%</text><text x=\"44\" y=\"%d\" text-anchor=\"end\">%d %%</text>%n",
                        50 + 40 * i,
                        10 * i,
                        414 - 40 * i,
                        10 * i));
            }
            svg.append("""
                    <text x="250" y="448" text-anchor="middle">predicted</text>
                    <text x="14" y="210" text-anchor="middle" transform="rotate(-90 14 210)">observed</text>
                    """);
            int most = bins.stream().mapToInt(Bin::count).max().orElse(1);
            for (Bin bin : bins) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6f8b\" fill-opacity=\".7\"><title>%d: predicted %.1f %%, observed %.1f %%</title></circle>%n",
                        50 + 400 * bin.predicted(),
                        410 - 400 * bin.observed(),
                        3 + 9 * Math.sqrt((double) bin.count() / most),
                        bin.count(),
                        100 * bin.predicted(),
                        100 * bin.observed()));
            }
            return svg.append("</svg>\n").toString();
        }
    }

    record Bin(int count, double predicted, double observed) {}
}
