package org.muster.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Leg;
import org.muster.planning.model.OverrideEffect;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.PriorityOverride;
import org.muster.planning.model.ProvenPlan;
import org.muster.recipe.Bilingual;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** Holds two plans of an emergency against each other. Their positions differ, so everything is found by what it means. Pure. */
final class Comparing {

    private Comparing() {}

    /** What is taken where. */
    private record Place(ListingId listing, String requirement) {}

    private record Taken(
            String title, String supplier, Bilingual requirement, int demand, Quantity quantity, long units) {
        Taken and(Taken more) {
            return new Taken(
                    title,
                    supplier,
                    requirement,
                    demand,
                    quantity.plus(more.quantity),
                    Math.addExact(units, more.units));
        }
    }

    static Optional<Comparison> of(PlannedRun before, PlannedRun after) {
        Optional<ProvenPlan> one = proven(before);
        Optional<ProvenPlan> other = proven(after);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Map<Place, Taken> had = taken(before, one.get().plan());
        Map<Place, Taken> has = taken(after, other.get().plan());
        List<Comparison.LegChange> legs = new ArrayList<>();
        long[] moved = new long[before.sense().demands().size()];
        had.forEach((place, old) -> {
            Taken now = has.get(place);
            long units = old.units() - (now == null ? 0 : now.units());
            if (units > 0) {
                moved[old.demand()] = Math.addExact(moved[old.demand()], units);
            }
            if (now == null || !now.quantity().equals(old.quantity())) {
                legs.add(change(place, old, old.quantity(), now == null ? none(old) : now.quantity()));
            }
        });
        has.forEach((place, now) -> {
            if (!had.containsKey(place)) {
                legs.add(change(place, now, none(now), now.quantity()));
            }
        });
        long sum = 0;
        for (long units : moved) {
            sum = Math.addExact(sum, units);
        }
        return Optional.of(new Comparison(
                outputs(before, one.get(), after, other.get()),
                legs,
                Math.subtractExact(
                        paid(other.get().plan().cost()),
                        after.sense()
                                .inTicks(before.sense(), paid(one.get().plan().cost()))),
                sum,
                override(before, one.get(), after, other.get(), moved)));
    }

    private static Optional<ProvenPlan> proven(PlannedRun run) {
        return run.detail().answer().map(answer -> answer.proven());
    }

    private static long paid(PlanCost cost) {
        return cost.goods() + cost.offers() + cost.suppliers();
    }

    private static Quantity none(Taken of) {
        return Quantity.of(0, of.quantity().unit());
    }

    private static Comparison.LegChange change(Place place, Taken what, Quantity before, Quantity after) {
        return new Comparison.LegChange(
                place.listing(), what.title(), what.supplier(), place.requirement(), what.requirement(), before, after);
    }

    private static Map<Place, Taken> taken(PlannedRun run, Plan plan) {
        Sense sense = run.sense();
        Map<Place, Taken> taken = new LinkedHashMap<>();
        for (Leg leg : plan.legs()) {
            Arc arc = run.detail().order().problem().arcs().get(leg.arc());
            Sense.OfferSense offer = sense.offers().get(arc.offer());
            Sense.RequirementSense requirement = sense.requirements().get(arc.requirement());
            Taken part = new Taken(
                    offer.title(),
                    sense.suppliers().get(offer.supplier()).name(),
                    requirement.name(),
                    requirement.demand(),
                    sense.asNeeded(arc.requirement(), leg.quantity()),
                    leg.quantity());
            // A listing can give at two times, or some that was promised already and some more.
            taken.merge(new Place(offer.listing(), requirement.key()), part, Taken::and);
        }
        return taken;
    }

    private static List<Comparison.OutputChange> outputs(
            PlannedRun before, ProvenPlan one, PlannedRun after, ProvenPlan other) {
        List<Comparison.OutputChange> outputs = new ArrayList<>();
        for (int d = 0; d < after.sense().demands().size(); d++) {
            Sense.DemandSense demand = after.sense().demands().get(d);
            int then = position(before.sense(), demand.key());
            Quantity reached = after.sense().asWanted(d, other.plan().outputs().get(d));
            outputs.add(new Comparison.OutputChange(
                    demand.key(),
                    demand.name(),
                    demand.area(),
                    then < 0
                            ? Quantity.of(0, reached.unit())
                            : before.sense().asWanted(then, one.plan().outputs().get(then)),
                    reached));
        }
        return outputs;
    }

    private static int position(Sense sense, String demand) {
        for (int d = 0; d < sense.demands().size(); d++) {
            if (sense.demands().get(d).key().equals(demand)) {
                return d;
            }
        }
        return -1;
    }

    /** What another priority takes from others: there is one where the later wish has a priority that the earlier had not, and the demands are the same. */
    private static Optional<OverrideEffect> override(
            PlannedRun before, ProvenPlan one, PlannedRun after, ProvenPlan other, long[] moved) {
        Optional<Change.OtherPriority> asked = after.wish().changes(Change.OtherPriority.class).stream()
                .filter(change -> !before.wish().changes().contains(change))
                .reduce((first, last) -> last);
        boolean same = before.sense().demands().stream()
                .map(Sense.DemandSense::key)
                .toList()
                .equals(after.sense().demands().stream()
                        .map(Sense.DemandSense::key)
                        .toList());
        int favoured =
                asked.map(change -> position(after.sense(), change.demand())).orElse(-1);
        if (!same || favoured < 0) {
            return Optional.empty();
        }
        List<Long> lost = new ArrayList<>();
        List<Long> movedOf = new ArrayList<>();
        for (int d = 0; d < moved.length; d++) {
            long less = one.plan().outputs().get(d) - other.plan().outputs().get(d);
            lost.add(d == favoured ? 0 : Math.max(0, less));
            movedOf.add(moved[d]);
        }
        long reached = other.plan().outputs().get(favoured);
        return Optional.of(new OverrideEffect(
                new PriorityOverride(
                        favoured,
                        Math.max(1, reached),
                        asked.map(Change.OtherPriority::reason).orElse("")),
                one,
                other,
                Math.max(0, reached - one.plan().outputs().get(favoured)),
                lost,
                movedOf));
    }
}
