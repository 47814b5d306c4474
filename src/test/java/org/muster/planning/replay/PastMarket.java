package org.muster.planning.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Spread;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;

/**
 * A market for past needs. Who could have delivered then is not on record, so supply is made from a seed: for each item so many suppliers in cities all over
 * the country, together with a share of what is needed. What is known of each supplier is a short record of earlier asks; how it really answers is
 * drawn beside it, and the planner never sees it.
 *
 * @param needs one a demand, in the list's order
 * @param expected what the records say, estimated as the allocation estimates it; one an offer
 * @param real how suppliers really are; one an offer
 */
record PastMarket(PlanProblem problem, List<PastNeeds.Row> needs, List<Reliability> expected, List<Reliability> real) {

    static final long HOUR = 60;
    static final long DEADLINE = 72 * HOUR;

    /** Of a supplier that is registered, before anything is known of it; three asks' worth, as in the allocation. */
    private static final int USUAL = 8_000;

    private static final int CARTON = 10;
    private static final double DETOUR = 1.3;
    private static final double KILOMETRES_AN_HOUR = 60;
    /** So many ticks make a yuan. */
    static final long TICKS = 10_000;

    PastMarket {
        needs = List.copyOf(needs);
        expected = List.copyOf(expected);
        real = List.copyOf(real);
    }

    /** @param supplied percent of what is needed of each item that all suppliers together have */
    static PastMarket of(List<PastNeeds.Row> needs, int suppliersEach, int supplied, Effort effort) {
        var random = new SplittableRandom(effort.seed());
        Map<String, List<Integer>> byItem = new LinkedHashMap<>();
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            PastNeeds.Row need = needs.get(i);
            byItem.computeIfAbsent(need.item(), key -> new ArrayList<>()).add(i);
            demands.add(new Demand(i + " " + need.institution() + " " + need.item(), 1, need.quantity(), 500 * TICKS));
            requirements.add(new Requirement("r" + i, i, need.quantity(), 0, 0, 0, false));
        }
        List<PastNeeds.City> cities = PastNeeds.cities();
        List<Supplier> suppliers = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        List<Reliability> expected = new ArrayList<>();
        List<Reliability> real = new ArrayList<>();
        for (List<Integer> wanted : byItem.values()) {
            long needed =
                    wanted.stream().mapToLong(i -> needs.get(i).quantity()).sum();
            long share = Math.max(CARTON, needed * supplied / 100 / suppliersEach);
            long price = random.nextLong(TICKS / 2, 40 * TICKS);
            for (int s = 0; s < suppliersEach; s++) {
                PastNeeds.City from = cities.get(random.nextInt(cities.size()));
                long capacity = Math.max(CARTON, share * random.nextLong(30, 171) / 100 / CARTON * CARTON);
                long minimum = random.nextInt(3) == 0
                        ? Math.min(capacity, Math.max(CARTON, capacity / 20 / CARTON * CARTON))
                        : 0;
                suppliers.add(new Supplier("s" + suppliers.size(), 0));
                int offer = offers.size();
                offers.add(new Offer("o" + offer, offer, capacity, minimum, 1, false, random.nextLong(0, 500) * TICKS));
                long asks = price * random.nextLong(70, 161) / 100;
                long lead = random.nextLong(2, 30) * HOUR;
                for (int i : wanted) {
                    double kilometres = DETOUR * from.kilometresTo(needs.get(i).city());
                    long arrival = lead + Math.round(kilometres / KILOMETRES_AN_HOUR * HOUR);
                    long freight = Math.round(kilometres * TICKS / 5_000);
                    arcs.add(new Arc(offer, i, asks + freight, needs.get(i).quantity(), arrival));
                }
                people(random, expected, real);
            }
        }
        return new PastMarket(
                new PlanProblem(
                        List.of(new Stage("there", DEADLINE, false)),
                        demands,
                        requirements,
                        suppliers,
                        offers,
                        arcs.stream().filter(arc -> arc.arrival() <= DEADLINE).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        1,
                        effort),
                needs,
                expected,
                real);
    }

    /** How somebody really is, and what a record of up to a dozen earlier asks shows of it. */
    private static void people(SplittableRandom random, List<Reliability> expected, List<Reliability> real) {
        int yes = (int) (Reliability.CERTAIN * (1 - 0.6 * random.nextDouble() * random.nextDouble()));
        int asked = random.nextInt(13);
        int kept = 0;
        for (int i = 0; i < asked; i++) {
            kept += random.nextInt(Reliability.CERTAIN) < yes ? 1 : 0;
        }
        int estimated = (kept * Reliability.CERTAIN + 3 * USUAL) / (asked + 3);
        expected.add(new Reliability(
                Math.min(Reliability.CERTAIN, estimated),
                new Spread(0, 0, 12 * HOUR),
                new Spread(0, HOUR, 10 * HOUR),
                Spread.always(Reliability.CERTAIN)));
        long slow = random.nextLong(2, 25) * HOUR;
        real.add(new Reliability(
                yes, new Spread(0, 0, slow), new Spread(0, HOUR, 12 * HOUR), Spread.always(Reliability.CERTAIN)));
    }
}
