package org.muster.consignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlannedLeg;
import org.muster.allocation.PlannedRun;
import org.muster.ask.AskView;
import org.muster.ask.PlanInForce;
import org.muster.ask.Repairs;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.planning.PlanRunId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Counts how far each requirement is covered, from what is needed down to what was accepted. */
@ApplicationScoped
class Coverages {

    private final Repairs repairs;
    private final Allocations allocations;

    Coverages(Repairs repairs, Allocations allocations) {
        this.repairs = repairs;
        this.allocations = allocations;
    }

    /** One thing in units that can be added up. */
    private record Thing(String zh, Object dimension) {}

    List<Coverage> of(Actor viewer, EmergencyId emergency, List<RunLeg> legs) {
        Optional<PlanRunId> run = repairs.inForce(viewer, emergency).map(PlanInForce::run);
        List<PlannedLeg> planned =
                run.map(one -> allocations.legs(viewer, emergency, one)).orElseGet(List::of);
        Optional<PlannedRun> plan = run.flatMap(one -> allocations.run(viewer, emergency, one));
        Map<Thing, List<RunLeg>> things = new LinkedHashMap<>();
        for (RunLeg leg : legs) {
            leg.promise()
                    .ask()
                    .quantity()
                    .ifPresent(quantity -> things.computeIfAbsent(
                                    new Thing(
                                            leg.promise().ask().thingZh(),
                                            quantity.unit().dimension()),
                                    thing -> new ArrayList<>())
                            .add(leg));
        }
        List<Coverage> coverage = new ArrayList<>();
        things.forEach((thing, of) -> coverage.add(coverage(thing, of, planned, plan)));
        return coverage;
    }

    private static Coverage coverage(
            Thing thing, List<RunLeg> legs, List<PlannedLeg> planned, Optional<PlannedRun> plan) {
        AskView first = legs.get(0).promise().ask();
        Unit unit = first.quantity().orElseThrow().unit();
        List<PlannedLeg> same = planned.stream()
                .filter(leg -> leg.requirementName().zh().equals(thing.zh())
                        && leg.quantity().unit().dimension().equals(thing.dimension()))
                .toList();
        return new Coverage(
                first.thingZh(),
                first.thingEn(),
                sum(legs, unit, one -> one.accepted()),
                sum(legs, unit, one -> one.state().isJudged() ? Optional.empty() : Optional.of(one.quantity())),
                sum(legs, unit, one -> one.rejected()),
                legs.stream()
                        .filter(leg -> leg.promise().stands())
                        .flatMap(leg -> leg.promise().ask().quantity().stream())
                        .reduce(Quantity.of(0, unit), Quantity::plus),
                same.stream().map(PlannedLeg::quantity).reduce(Quantity::plus),
                plan.flatMap(one -> needed(one, same, unit)));
    }

    private static Optional<Quantity> needed(PlannedRun plan, List<PlannedLeg> legs, Unit unit) {
        List<String> keys =
                legs.stream().map(PlannedLeg::requirement).distinct().toList();
        return plan.sense().requirements().stream()
                .filter(one -> keys.contains(one.key()))
                .flatMap(one -> one.amounts().stream()
                        .filter(amount -> amount.unit().dimension().equals(unit.dimension()))
                        .limit(1))
                .reduce(Quantity::plus);
    }

    private static Quantity sum(List<RunLeg> legs, Unit unit, Function<ConsignmentView, Optional<Quantity>> what) {
        return legs.stream()
                .flatMap(leg -> leg.consignments().stream())
                .flatMap(one -> what.apply(one).stream())
                .reduce(Quantity.of(0, unit), Quantity::plus);
    }
}
