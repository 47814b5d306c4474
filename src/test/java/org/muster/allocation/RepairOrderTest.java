package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.allocation.Solved.PIECE;
import static org.muster.allocation.Solved.legs;
import static org.muster.allocation.Solved.order;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.time.Instant;
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
import org.junit.jupiter.api.Test;
import org.muster.allocation.PlanStanding.Asked;
import org.muster.allocation.PlanStanding.Firmness;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.ProblemStory;
import org.muster.shared.Quantity;

/** A plan in force, answered in every order: whoever said yes stays, nothing is held for nobody, and nobody gives more than there is. */
class RepairOrderTest {

    private static final int SEQUENCES = 1_000;
    private static final int MOST_ANSWERS = 8;
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Effort EFFORT = Effort.ofRounds(1, 10, 1);

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

    private static PlannedRun solved(PlanOrder order, Instant begun, List<Integer> standbys) {
        return Solved.solved(order, Solved.sense(order.problem(), NOW), begun, standbys);
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
}
