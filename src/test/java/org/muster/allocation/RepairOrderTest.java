package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.allocation.PlanStanding.Asked;
import org.muster.allocation.PlanStanding.Firmness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.planning.PlanRunDetail;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.PlanRunView;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Schedule;
import org.muster.planning.solver.LagrangianPlanner;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** A plan in force, answered in every order: whoever said yes stays, nothing is held for nobody, and nobody gives more than there is. */
class RepairOrderTest {

    private static final int SEQUENCES = 1_000;
    private static final int MOST_ANSWERS = 8;
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Effort EFFORT = Effort.ofRounds(1, 10, 1);
    private static final Unit PIECE = Unit.of("zhi");

    /** What is asked for over one arc, and what the ledger holds for it. */
    private record Ask(Firmness firmness, long quantity) {}

    @Test
    void a_standby_steps_in_before_somebody_a_little_cheaper_and_before_those_who_said_no() {
        PlanProblem problem = aProblem()
                .need("wire", 10, 10_000)
                .offer("first", 10)
                .fits("wire", 1_000)
                .offer("standby", 10)
                .fits("wire", 1_050)
                .offer("cheaper", 10)
                .fits("wire", 1_020)
                .effort(EFFORT)
                .problem();
        PlannedRun plan = solved(order(problem), NOW, List.of(1));
        assertThat(legs(plan)).isEqualTo(Map.of(0, 10L));
        PlannedRun repaired =
                solved(RepairOrder.of(plan, new PlanStanding(Map.of(), Set.of(0)), Set.of(), NOW), NOW, List.of());
        assertThat(legs(repaired)).isEqualTo(Map.of(1, 10L));
        PlannedRun unwarned = solved(
                RepairOrder.of(
                        solved(order(problem), NOW, List.of()), new PlanStanding(Map.of(), Set.of(0)), Set.of(), NOW),
                NOW,
                List.of());
        assertThat(legs(unwarned)).isEqualTo(Map.of(2, 10L));
        PlannedRun taken =
                solved(RepairOrder.of(plan, new PlanStanding(Map.of(), Set.of(0)), Set.of(1), NOW), NOW, List.of());
        assertThat(legs(taken)).as("the ledger has no standby any more").isEqualTo(Map.of(2, 10L));
    }

    @Test
    void what_is_asked_for_only_now_comes_later_and_another_day_is_taken_at_its_word() {
        PlanProblem problem = aProblem()
                .need("wire", 10, 100)
                .offer("first", 10)
                .fits("wire", 2, 10, 60)
                .offer("second", 10)
                .fits("wire", 3, 10, 60)
                .effort(EFFORT)
                .problem();
        PlannedRun plan = solved(order(problem), NOW, List.of());
        Asked later =
                new Asked(Firmness.OPEN, Optional.of(Quantity.of(10, PIECE)), Optional.of(NOW.plusSeconds(7_200)));
        PlanOrder order =
                RepairOrder.of(plan, new PlanStanding(Map.of(0, later), Set.of()), Set.of(), NOW.plusSeconds(1_800));
        assertThat(order.problem().arcs()).extracting(arc -> arc.arrival()).containsExactly(120L, 90L);
        assertThat(order.problem().pins()).isEmpty();
        assertThat(order.draws().get(0)).isEqualTo(Draw.NOTHING);
    }

    @Test
    void a_thousand_sequences_of_answers_keep_every_invariant() {
        int repairs = 0;
        int filled = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            int sequence = seed;
            Random random = new Random(seed);
            PlannedRun force = solved(order(market(random)), NOW, standbys(random));
            PlanProblem first = force.detail().order().problem();
            Map<Integer, Ask> asks = new TreeMap<>();
            Set<Integer> gone = new HashSet<>();
            legs(force).forEach((arc, quantity) -> asks.put(arc, new Ask(Firmness.ASKED, quantity)));
            for (int step = 0; step < MOST_ANSWERS; step++) {
                List<Integer> waiting = asks.entrySet().stream()
                        .filter(one -> one.getValue().firmness() != Firmness.PROMISED || random.nextInt(6) == 0)
                        .map(Map.Entry::getKey)
                        .toList();
                if (waiting.isEmpty()) {
                    break;
                }
                int arc = waiting.get(random.nextInt(waiting.size()));
                Ask ask = Objects.requireNonNull(asks.get(arc));
                boolean yes = random.nextInt(3) == 0 && ask.firmness() == Firmness.ASKED;
                if (yes) {
                    asks.put(arc, new Ask(Firmness.PROMISED, ask.quantity()));
                } else if (ask.firmness() == Firmness.ASKED && ask.quantity() > 1 && random.nextBoolean()) {
                    asks.put(arc, new Ask(Firmness.OPEN, 1 + random.nextInt((int) ask.quantity() - 1)));
                } else {
                    // No, silence, taken back, or promised and lost.
                    asks.remove(arc);
                    gone.add(arc);
                }
                if (!yes) {
                    Map<Integer, Ask> before = new TreeMap<>(asks);
                    PlannedRun next = repaired(force, asks, gone);
                    repairs++;
                    filled += confirmed(next, asks, gone);
                    force = next;
                    String where = "sequence " + seed + ", step " + step;
                    before.forEach((at, was) -> {
                        if (was.firmness() != Firmness.OPEN) {
                            assertThat(asks.get(at))
                                    .as("nobody asked is moved: %s", where)
                                    .isEqualTo(was);
                        }
                    });
                    Map<Integer, Long> legs = legs(next);
                    assertThat(asks.keySet())
                            .as("each hold is a leg, each leg is held: %s", where)
                            .isEqualTo(legs.keySet());
                    asks.forEach(
                            (at, one) -> assertThat(one.quantity()).as(where).isEqualTo(legs.get(at)));
                    assertThat(Collections.disjoint(gone, legs.keySet()))
                            .as("no is no: %s", where)
                            .isTrue();
                }
                Map<Integer, Long> ofOffer = new HashMap<>();
                asks.forEach((at, one) -> ofOffer.merge(first.arcs().get(at).offer(), one.quantity(), Long::sum));
                ofOffer.forEach((offer, sum) -> assertThat(sum)
                        .as("the ledger of offer %d, sequence %d", offer, sequence)
                        .isLessThanOrEqualTo(first.offers().get(offer).capacity()));
            }
        }
        assertThat(repairs).isGreaterThan(SEQUENCES);
        assertThat(filled).as("gaps are filled").isGreaterThan(SEQUENCES / 2);
    }

    private static PlannedRun repaired(PlannedRun force, Map<Integer, Ask> asks, Set<Integer> gone) {
        Map<Integer, Asked> standing = new HashMap<>();
        asks.forEach((arc, ask) -> standing.put(
                arc, new Asked(ask.firmness(), Optional.of(Quantity.of(ask.quantity(), PIECE)), Optional.empty())));
        PlanOrder order = RepairOrder.of(force, new PlanStanding(standing, gone), Set.of(), NOW);
        PlannedRun next = solved(order, NOW, List.of());
        assertThat(PlanChecker.check(
                        order.problem(),
                        next.detail().answer().orElseThrow().proven().plan()))
                .isEmpty();
        return next;
    }

    /** As the office agrees: what stays otherwise is promised, what is not taken is given back, what is added is asked for. */
    private static int confirmed(PlannedRun next, Map<Integer, Ask> asks, Set<Integer> gone) {
        Map<Integer, Long> legs = legs(next);
        for (int arc : List.copyOf(asks.keySet())) {
            if (Objects.requireNonNull(asks.get(arc)).firmness() == Firmness.OPEN) {
                Long left = legs.get(arc);
                if (left == null) {
                    asks.remove(arc);
                    gone.add(arc);
                } else {
                    asks.put(arc, new Ask(Firmness.PROMISED, left));
                }
            }
        }
        int added = 0;
        for (Map.Entry<Integer, Long> leg : legs.entrySet()) {
            if (asks.putIfAbsent(leg.getKey(), new Ask(Firmness.ASKED, leg.getValue())) == null) {
                added++;
            }
        }
        return added;
    }

    // ── Small markets ───────────────────────────────────────────────────────────

    private static PlanProblem market(Random random) {
        ProblemStory story = aProblem().effort(EFFORT);
        int components = 1 + random.nextInt(2);
        story.demand("masks", 1, 20, 1_000);
        for (int c = 0; c < components; c++) {
            story.component("component " + c, 20);
        }
        int offers = 5 + random.nextInt(5);
        for (int o = 0; o < offers; o++) {
            story.supplier("supplier " + o, 0).offer("offer " + o, 4 + random.nextInt(15));
            if (random.nextInt(4) == 0) {
                story.minimum(2);
            }
            int fits = random.nextInt(components);
            story.fits("component " + fits, 10 + random.nextInt(40));
            if (components > 1 && random.nextInt(3) == 0) {
                story.fits("component " + (1 - fits), 10 + random.nextInt(40));
            }
        }
        return story.problem();
    }

    private static List<Integer> standbys(Random random) {
        return random.nextBoolean() ? List.of(random.nextInt(5)) : List.of();
    }

    private static PlanOrder order(PlanProblem problem) {
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

    private static PlannedRun solved(PlanOrder order, Instant begun, List<Integer> standbys) {
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
                sense(problem),
                PlanWish.of(order.profile()),
                Optional.empty(),
                List.of());
    }

    private static Sense sense(PlanProblem problem) {
        List<Sense.OfferSense> offers = problem.offers().stream()
                .map(offer -> new Sense.OfferSense(
                        ListingId.create(),
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
        return new Sense(
                NOW, 1, NOW, List.of(), List.of(), List.of(), List.of(), List.of(), offers, List.of(), List.of(),
                List.of());
    }

    private static Map<Integer, Long> legs(PlannedRun run) {
        Map<Integer, Long> legs = new TreeMap<>();
        run.detail().answer().orElseThrow().proven().plan().legs().forEach(leg -> legs.put(leg.arc(), leg.quantity()));
        return legs;
    }
}
