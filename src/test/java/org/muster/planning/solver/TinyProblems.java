package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Included;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;

/** Random problems small enough to try every plan, with every rule of the model in play. */
public final class TinyProblems {

    private static final int MOST_ARCS = 6;

    private final SplittableRandom random;

    public TinyProblems(long seed) {
        random = new SplittableRandom(seed);
    }

    public PlanProblem next(int rounds) {
        List<Stage> stages = List.of(new Stage("strict", 10, false), new Stage("patient", 10, true));
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int d = upTo(1, 2); d > 0; d--) {
            boolean joint = chance(0.4);
            int components = joint ? 2 : 1;
            long output = upTo(0, 6);
            for (int c = 0; c < components; c++) {
                long quantity = !joint && chance(0.7) ? output : upTo(0, 5);
                boolean undivided = !joint && chance(0.2);
                requirements.add(new Requirement(
                        "r" + requirements.size(),
                        demands.size(),
                        quantity,
                        !undivided && chance(0.3) ? upTo(0, 2) : 0,
                        upTo(0, 1),
                        upTo(0, 2),
                        undivided));
            }
            demands.add(new Demand("d" + demands.size(), upTo(1, 2), output, upTo(0, 20)));
        }
        List<Supplier> suppliers = new ArrayList<>();
        for (int s = upTo(1, 3); s > 0; s--) {
            suppliers.add(new Supplier("s" + s, chance(0.5) ? upTo(0, 10) : 0));
        }
        List<Offer> offers = new ArrayList<>();
        for (int o = upTo(1, 4); o > 0; o--) {
            offers.add(new Offer(
                    "o" + o,
                    upTo(0, suppliers.size() - 1),
                    upTo(0, 5),
                    chance(0.3) ? upTo(0, 3) : 0,
                    chance(0.2) ? 2 : 1,
                    chance(0.2),
                    chance(0.5) ? upTo(0, 10) : 0));
        }
        List<Arc> arcs = new ArrayList<>();
        for (int o = 0; o < offers.size(); o++) {
            for (int r = 0; r < requirements.size() && arcs.size() < MOST_ARCS; r++) {
                if (chance(0.7)) {
                    arcs.add(new Arc(o, r, upTo(0, 8), upTo(0, 5), chance(0.2) ? upTo(0, 14) : 0));
                }
            }
        }
        List<Forbidden> forbidden = new ArrayList<>();
        if (chance(0.1) && !arcs.isEmpty()) {
            forbidden.add(new Forbidden.ThisArc(upTo(0, arcs.size() - 1)));
        }
        if (chance(0.1)) {
            forbidden.add(new Forbidden.ThisOffer(upTo(0, offers.size() - 1)));
        }
        List<Kept> kept = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        if (!arcs.isEmpty() && chance(0.25)) {
            int a = upTo(0, arcs.size() - 1);
            Requirement requirement = requirements.get(arcs.get(a).requirement());
            long quantity = requirement.undivided() ? requirement.quantity() : upTo(1, 4);
            if (quantity > 0) {
                kept.add(new Kept(a, quantity, upTo(0, 6)));
            }
        }
        if (!arcs.isEmpty() && chance(0.15)) {
            pinSomewhere(requirements, offers, arcs, forbidden, stages, pins);
        }
        return new PlanProblem(
                stages,
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                pins,
                forbidden,
                kept,
                broughtAlong(requirements, arcs),
                upTo(1, 3),
                Effort.ofRounds(random.nextLong(), rounds, 1));
    }

    /** In joint demands some bring another component along, in any proportion, all of it or less. */
    private List<Included> broughtAlong(List<Requirement> requirements, List<Arc> arcs) {
        List<Included> included = new ArrayList<>();
        for (int a = 0; a < arcs.size(); a++) {
            int carrying = arcs.get(a).requirement();
            for (int r = 0; r < requirements.size(); r++) {
                boolean other = r != carrying
                        && requirements.get(r).demand()
                                == requirements.get(carrying).demand();
                if (other && chance(0.3)) {
                    included.add(new Included(a, r, upTo(1, 3), upTo(1, 3), upTo(0, 6)));
                }
            }
        }
        return included;
    }

    private void pinSomewhere(
            List<Requirement> requirements,
            List<Offer> offers,
            List<Arc> arcs,
            List<Forbidden> forbidden,
            List<Stage> stages,
            List<Pin> pins) {
        int a = upTo(0, arcs.size() - 1);
        Arc arc = arcs.get(a);
        Requirement requirement = requirements.get(arc.requirement());
        long quantity = requirement.undivided() ? requirement.quantity() : upTo(1, 4);
        Stage stage = stages.get(requirement.stage());
        if (forbidden.isEmpty()
                && quantity > 0
                && quantity <= arc.maximum()
                && quantity <= requirement.quantity() + requirement.surplus()
                && offers.get(arc.offer()).accepts(quantity)
                && (stage.mayWait() || stage.lateness(arc.arrival()) == 0)) {
            pins.add(new Pin(a, quantity));
        }
    }

    private int upTo(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
