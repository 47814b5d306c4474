package org.muster.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.muster.catalogue.Weeks;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.matching.Matching;
import org.muster.outbox.Outbox;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRuns;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Doubt;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Where coordinators have an emergency planned, and take from the plan what is to be asked of whom. For nobody else there is anything here. */
@ApplicationScoped
@Transactional
public class Allocations {

    public static final String NO_RUN = "allocation.no_such_run";

    private static final int LONGEST_NAME = 120;

    private final EmergencyDesk emergencies;
    private final Assembler assembler;
    private final MatchDesk matches;
    private final Matching matching;
    private final PlanRuns plans;
    private final AllocationRuns runs;
    private final Outbox outbox;

    Allocations(
            EmergencyDesk emergencies,
            Assembler assembler,
            MatchDesk matches,
            Matching matching,
            PlanRuns plans,
            AllocationRuns runs,
            Outbox outbox) {
        this.emergencies = emergencies;
        this.assembler = assembler;
        this.matches = matches;
        this.matching = matching;
        this.plans = plans;
        this.runs = runs;
        this.outbox = outbox;
    }

    // ── Matches ─────────────────────────────────────────────────────────────────

    /**
     * What the emergency takes, and who can give one of it; nothing for those who do not run emergencies.
     *
     * @param requirement the key of the one to look at; the first where there is none of this key
     */
    public Optional<MatchSheet> match(Actor viewer, EmergencyId emergency, String requirement, Instant now) {
        return emergencies.byId(viewer, emergency).map(view -> matches.of(viewer, view, requirement, now));
    }

    // ── Runs ────────────────────────────────────────────────────────────────────

    /** Has it planned on what is free now. Nobody waits: how far it is stands in {@link #run}. */
    public Outcome<PlanRunId> begin(Actor actor, EmergencyId emergency, PlanWish wish, Instant now) {
        return begin(actor, emergency, wish, Optional.empty(), now);
    }

    /** The same once more with one thing otherwise, to be held against what was planned before. */
    public Outcome<PlanRunId> whatIf(Actor actor, EmergencyId emergency, PlanRunId before, Change change, Instant now) {
        Optional<PlannedRun> found = run(actor, emergency, before);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NO_RUN));
        }
        List<Refusal> refusals = ChangeRules.check(change, found.get().sense(), now);
        return refusals.isEmpty()
                ? begin(actor, emergency, found.get().wish().with(change), Optional.of(before), now)
                : Outcome.refused(refusals);
    }

    /** The same wish on what is free now, where the ledger has moved on. */
    public Outcome<PlanRunId> again(Actor actor, EmergencyId emergency, PlanRunId before, Instant now) {
        if (emergencies.byId(actor, emergency).isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        return runs.asked(emergency, before)
                .map(asked -> begin(actor, emergency, asked.wish(), Optional.of(before), now))
                .orElseGet(() -> Outcome.refused(Refusal.of(NO_RUN)));
    }

    /**
     * A plan in force, changed as little as it takes after somebody did not say yes. Nobody who said yes is moved, nor who was asked and has not answered.
     *
     * @param refused earlier repairs of the same plan that the ledger did not bear; what it lacked for them is left out
     */
    public Outcome<PlanRunId> repair(
            Actor actor,
            EmergencyId emergency,
            PlanRunId before,
            PlanStanding standing,
            List<PlanRunId> refused,
            Instant now) {
        return repair(actor, emergency, before, standing, refused, now, now);
    }

    /**
     * The same for another moment than now, as a drill plays it.
     *
     * @param asOf when it is repaired, counted from when the plan before was begun
     */
    public Outcome<PlanRunId> repair(
            Actor actor,
            EmergencyId emergency,
            PlanRunId before,
            PlanStanding standing,
            List<PlanRunId> refused,
            Instant asOf,
            Instant now) {
        return answered(actor, emergency, before)
                .fold(
                        plan -> {
                            Set<Integer> notThere = new HashSet<>();
                            refused.forEach(run -> plans.doubts(actor, run, now)
                                    .ifPresent(doubts -> doubts.forEach(doubt -> notThere.add(doubt.offer()))));
                            return plans.begin(actor, RepairOrder.of(plan, standing, notThere, asOf), now)
                                    .map(run -> kept(run, plan, plan.sense(), Optional::of, emergency, now));
                        },
                        Outcome::refused);
    }

    /** A plan that can be gone on from: it has an answer, and its emergency runs. */
    private Outcome<PlannedRun> answered(Actor actor, EmergencyId emergency, PlanRunId before) {
        Optional<PlannedRun> found = run(actor, emergency, before)
                .filter(run -> run.detail().answer().isPresent());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NO_RUN));
        }
        return isClosed(actor, emergency)
                ? Outcome.refused(Refusal.of("allocation.emergency_closed"))
                : Outcome.accepted(found.get());
    }

    /** @param position where an arc of the plan before is in the new one; empty where it is not in it */
    private PlanRunId kept(
            PlanRunId run,
            PlannedRun before,
            Sense sense,
            IntFunction<Optional<Integer>> position,
            EmergencyId emergency,
            Instant now) {
        runs.add(run, emergency, Optional.of(before.detail().run().id()), before.wish(), sense, now);
        before.bases().forEach(basis -> position.apply(basis.arc()).ifPresent(at -> runs.add(run, basis.at(at))));
        return run;
    }

    /** Of what more is wanted by now than a plan was made for; nothing for those who do not run emergencies. */
    public List<Growth> grown(Actor viewer, EmergencyId emergency, PlanRunId run, Instant now) {
        Optional<EmergencyView> view = emergencies.byId(viewer, emergency);
        Optional<AllocationRuns.Asked> asked = runs.asked(emergency, run);
        if (view.isEmpty() || asked.isEmpty()) {
            return List.of();
        }
        return assembler.grown(
                viewer,
                view.get(),
                asked.get().wish(),
                runs.demands(emergency, run),
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * A repair that begins anew.
     *
     * @param positions where the arcs of the plan in force are in it
     */
    public record Renewed(PlanRunId run, Map<Integer, Integer> positions) {
        public Renewed {
            positions = Map.copyOf(positions);
        }
    }

    /**
     * A plan in force after more is wanted: what is wanted by now is matched anew, and whoever said yes, or was asked and has not answered, stays where he is.
     */
    public Outcome<Renewed> renew(
            Actor actor, EmergencyId emergency, PlanRunId before, PlanStanding standing, Instant now) {
        return answered(actor, emergency, before)
                .fold(
                        plan -> assembler
                                .assembleOn(
                                        actor,
                                        emergencies.byId(actor, emergency).orElseThrow(),
                                        plan,
                                        now.truncatedTo(ChronoUnit.SECONDS))
                                .fold(
                                        made -> begin(
                                                actor, emergency, plan, Continuation.of(made, plan, standing), now),
                                        Outcome::refused),
                        Outcome::refused);
    }

    private Outcome<Renewed> begin(
            Actor actor, EmergencyId emergency, PlannedRun before, Continuation.Continued on, Instant now) {
        return plans.begin(actor, RepairOrder.of(on), now).map(run -> {
            kept(
                    run,
                    before,
                    on.sense(),
                    arc -> Optional.ofNullable(on.positions().get(arc)),
                    emergency,
                    now);
            return new Renewed(run, on.positions());
        });
    }

    private Outcome<PlanRunId> begin(
            Actor actor, EmergencyId id, PlanWish wish, Optional<PlanRunId> before, Instant now) {
        Optional<EmergencyView> emergency = emergencies.byId(actor, id);
        if (emergency.isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        if (!emergency.get().open()) {
            return Outcome.refused(Refusal.of("allocation.emergency_closed"));
        }
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        return assembler
                .assemble(actor, emergency.get(), wish, start)
                .fold(
                        assembled -> plans.begin(actor, assembled.order(), now).map(run -> {
                            runs.add(run, id, before, wish, assembled.sense(), now);
                            return run;
                        }),
                        Outcome::refused);
    }

    /** Ends it; the best plan so far stays, with its gap. */
    public Outcome<PlanRunId> cancel(Actor actor, EmergencyId emergency, PlanRunId run, Instant now) {
        return isOf(actor, emergency, run) ? plans.cancel(actor, run, now) : Outcome.refused(Refusal.of(NO_RUN));
    }

    /** All of an emergency's plans, the newest first. */
    public List<RunLine> runs(Actor viewer, EmergencyId emergency) {
        if (emergencies.byId(viewer, emergency).isEmpty()) {
            return List.of();
        }
        Map<PlanRunId, AllocationRuns.Asked> asked = runs.asked(emergency);
        return plans.of(viewer, emergency.value()).stream()
                .flatMap(run -> Optional.ofNullable(asked.get(run.id())).stream()
                        .map(wanted -> new RunLine(run, wanted.wish(), wanted.before())))
                .toList();
    }

    /** A plan with all that was asked and answered, and what it means. */
    public Optional<PlannedRun> run(Actor viewer, EmergencyId emergency, PlanRunId run) {
        if (emergencies.byId(viewer, emergency).isEmpty()) {
            return Optional.empty();
        }
        return runs.asked(emergency, run)
                .flatMap(asked -> plans.detail(viewer, run)
                        .map(detail -> new PlannedRun(
                                detail,
                                runs.sense(emergency, run).orElseThrow(),
                                asked.wish(),
                                asked.before(),
                                runs.bases(run))));
    }

    /** What the ledger has less of by now than the plan takes; nothing as long as it still stands. Empty where there is no answer. */
    public Optional<List<Doubt>> stillStands(Actor viewer, EmergencyId emergency, PlanRunId run, Instant now) {
        return isOf(viewer, emergency, run) ? plans.doubts(viewer, run, now) : Optional.empty();
    }

    /** What a plan has otherwise than another of the same emergency; empty as long as one of them has no answer. */
    public Optional<Comparison> compare(Actor viewer, EmergencyId emergency, PlanRunId before, PlanRunId after) {
        return run(viewer, emergency, before)
                .flatMap(one -> run(viewer, emergency, after).flatMap(other -> Comparing.of(one, other)));
    }

    // ── Legs ────────────────────────────────────────────────────────────────────

    /** By what right a leg is had. No requisition without a document, nothing ordered without an authority. */
    public Outcome<LegBasis> decide(
            Actor actor,
            EmergencyId emergency,
            PlanRunId run,
            int arc,
            LegalBasis basis,
            String authority,
            String document,
            Instant now) {
        Optional<PlannedRun> found = run(actor, emergency, run);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NO_RUN));
        }
        if (isClosed(actor, emergency)) {
            return Outcome.refused(Refusal.of("allocation.emergency_closed"));
        }
        if (found.get().legs().stream().noneMatch(leg -> leg.arc() == arc)) {
            return Outcome.refused(Refusal.of("allocation.no_such_leg"));
        }
        String who = authority.strip();
        String paper = document.strip();
        List<Refusal> refusals = new ArrayList<>();
        if (who.length() > LONGEST_NAME || basis.needsAuthority() && who.length() < 2) {
            refusals.add(Refusal.at("authority", "allocation.authority_missing"));
        }
        if (basis.needsDocument() && (paper.length() < 2 || paper.length() > LONGEST_NAME)) {
            refusals.add(Refusal.at("document", "allocation.document_missing"));
        } else if (paper.length() > LONGEST_NAME) {
            refusals.add(Refusal.at("document", "allocation.document_too_long", LONGEST_NAME));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var decided = new LegBasis(arc, basis, who, paper, actor.name(), now);
        runs.add(run, decided);
        outbox.publish(new LegBasisDecided(run, arc, basis, who, paper));
        return Outcome.accepted(decided);
    }

    /** What is to be asked of whom, once the plan has an answer; those first that are needed first. */
    public List<PlannedLeg> legs(Actor viewer, EmergencyId emergency, PlanRunId run) {
        return run(viewer, emergency, run).map(PlannedLegs::of).orElseGet(List::of);
    }

    /** Of these arcs of a plan, those whose supplier's papers do not prove any more what the requirement takes, on the day it is needed. */
    public Set<Integer> unproven(Actor viewer, EmergencyId emergency, PlanRunId run, Set<Integer> arcs) {
        return run(viewer, emergency, run)
                .map(planned -> arcs.stream()
                        .filter(arc -> arc < planned.sense().arcs().size())
                        .filter(arc -> !isProven(planned, arc))
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }

    // ── Inside ──────────────────────────────────────────────────────────────────

    private boolean isOf(Actor viewer, EmergencyId emergency, PlanRunId run) {
        return emergencies.byId(viewer, emergency).isPresent()
                && runs.asked(emergency, run).isPresent();
    }

    private boolean isClosed(Actor viewer, EmergencyId emergency) {
        return !emergencies.byId(viewer, emergency).map(EmergencyView::open).orElse(false);
    }

    private boolean isProven(PlannedRun planned, int arc) {
        Sense sense = planned.sense();
        Arc taken = planned.detail().order().problem().arcs().get(arc);
        Sense.RequirementSense requirement = sense.requirements().get(taken.requirement());
        return matching.isProven(
                sense.suppliers()
                        .get(sense.offers().get(taken.offer()).supplier())
                        .organisation(),
                Needs.required(requirement.papers()),
                Set.of(
                        requirement.term(),
                        sense.demands().get(requirement.demand()).term()),
                requirement.neededBy().atZone(Weeks.ZONE).toLocalDate());
    }
}
