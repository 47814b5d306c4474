package org.muster.allocation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.planning.PlanRunDetail;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.PlanRunView;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Schedule;
import org.muster.planning.solver.LagrangianPlanner;
import org.muster.recipe.Bilingual;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Small problems as plans of emergencies, counted in pieces. */
final class Solved {

    static final Unit PIECE = Unit.of("zhi");

    private Solved() {}

    static PlanOrder order(PlanProblem problem) {
        return new PlanOrder(
                UUID.randomUUID(),
                problem,
                null,
                Collections.nCopies(problem.offers().size(), Draw.NOTHING),
                Collections.nCopies(problem.requirements().size(), 1L),
                Collections.nCopies(problem.offers().size(), Reliability.PERFECT),
                Profile.CHEAPEST,
                false);
    }

    /** @param standbys arcs that are its hedges, unless it uses them */
    static PlannedRun solved(PlanOrder order, Sense sense, Instant begun, List<Integer> standbys) {
        PlanProblem problem = order.problem();
        ProvenPlan proven = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        var outlook = new Outlook(0, 0, List.of(), List.of());
        Map<Integer, Long> used = new HashMap<>();
        proven.plan().legs().forEach(leg -> used.put(leg.arc(), leg.quantity()));
        List<Hedge> hedges = new ArrayList<>();
        standbys.stream()
                .filter(arc -> !used.containsKey(arc))
                .forEach(arc -> hedges.add(new Hedge(arc, 1, 0, outlook, outlook)));
        PlanRunId run = new PlanRunId(UUID.randomUUID());
        var view = new PlanRunView(
                run,
                order.subject(),
                PlanRunState.DONE,
                order.profile(),
                1,
                "",
                begun,
                begun,
                null,
                List.of(),
                null,
                false);
        var answer = new PlanAnswer(
                proven,
                List.of(0L),
                new Schedule(List.of(), List.of(), 0, 0, 0),
                new Explanation(List.of(), List.of(), List.of(), List.of()),
                outlook,
                hedges);
        return new PlannedRun(
                new PlanRunDetail(view, order, Optional.of(proven), Optional.of(answer)),
                sense,
                PlanWish.of(order.profile()),
                Optional.empty(),
                List.of());
    }

    /** What is named alike is the same: requirements, suppliers and what they offer. */
    static Sense sense(PlanProblem problem, Instant start) {
        List<Sense.OfferSense> offers = problem.offers().stream()
                .map(offer -> new Sense.OfferSense(
                        new ListingId(named("listing " + offer.id())),
                        offer.supplier(),
                        offer.id(),
                        "",
                        ListingKind.FINISHED_STOCK,
                        SupplyMode.FINISHED_STOCK,
                        "",
                        PIECE,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Quantity.of(offer.capacity(), PIECE),
                        Sale.LOT,
                        0,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        List<Sense.RequirementSense> requirements = problem.requirements().stream()
                .map(one -> new Sense.RequirementSense(
                        one.id(),
                        one.demand(),
                        "",
                        "",
                        1,
                        new Bilingual(one.id(), one.id()),
                        one.id(),
                        one.stage(),
                        new Bilingual("", ""),
                        Optional.empty(),
                        List.of(),
                        PIECE,
                        BigDecimal.ONE,
                        List.of(),
                        start,
                        0))
                .toList();
        List<Sense.SupplierSense> suppliers = problem.suppliers().stream()
                .map(one -> new Sense.SupplierSense(
                        new OrganisationId(named("supplier " + one.id())), one.id(), "", VerificationLevel.UNCLAIMED))
                .toList();
        List<Sense.ArcSense> arcs = problem.arcs().stream()
                .map(arc -> new Sense.ArcSense(
                        start, 0, Sense.PriceSource.STATED, arc.unitPrice(), 0, false, List.of(), List.of()))
                .toList();
        return new Sense(
                start,
                1,
                start,
                List.of(),
                requirements,
                List.of(),
                List.of(),
                suppliers,
                offers,
                arcs,
                List.of(),
                List.of());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Map<Integer, Long> legs(PlannedRun run) {
        Map<Integer, Long> legs = new TreeMap<>();
        run.detail().answer().orElseThrow().proven().plan().legs().forEach(leg -> legs.put(leg.arc(), leg.quantity()));
        return legs;
    }
}
