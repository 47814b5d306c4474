package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.allocation.Solved.PIECE;
import static org.muster.allocation.Solved.legs;
import static org.muster.allocation.Solved.order;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.allocation.PlanStanding.Asked;
import org.muster.allocation.PlanStanding.Firmness;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.ProblemStory;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** More is wanted than a plan in force was made for: whoever was asked stays, whoever said no is not asked again, and the rest is found on today's market. */
class ContinuationTest {

    private static final Instant BEGUN = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant LATER = BEGUN.plusSeconds(3_600);
    private static final Effort EFFORT = Effort.ofRounds(1, 10, 1);
    private static final int CASES = 500;

    @Test
    void what_was_promised_stays_where_it_is_and_the_rest_comes_from_others() {
        PlannedRun force = plan(aProblem()
                .need("wire", 10, 1_000)
                .offer("first", 10)
                .fits("wire", 2, 10, 120)
                .effort(EFFORT)
                .problem());
        // By now another thing is wanted too, the ledger shows nothing of the first any more, and somebody else is
        // cheaper.
        PlanProblem problem = aProblem()
                .need("cloth", 5, 1_000)
                .need("wire", 14, 1_000)
                .offer("cheap", 20)
                .fits("wire", 1)
                .offer("weaver", 20)
                .fits("cloth", 3)
                .effort(EFFORT)
                .problem();
        Continuation.Continued on = goOn(problem, force, Map.of(0, asked(Firmness.PROMISED, 10)), Set.of());
        PlanOrder order = RepairOrder.of(on);
        assertThat(on.positions()).isEqualTo(Map.of(0, 2));
        assertThat(order.problem().arcs().get(2).arrival())
                .as("an hour has gone by")
                .isEqualTo(60);
        assertThat(order.draws().get(2)).as("it is held already").isEqualTo(Draw.NOTHING);
        assertThat(on.sense().offers().get(2).listing())
                .isEqualTo(force.sense().offers().get(0).listing());
        assertThat(legs(Solved.solved(order, on.sense(), LATER, List.of()))).isEqualTo(Map.of(0, 4L, 1, 5L, 2, 10L));
    }

    @Test
    void less_of_one_thing_beside_more_of_another_takes_no_promise_away() {
        PlannedRun force = plan(aProblem()
                .need("wire", 10, 1_000)
                .offer("first", 10)
                .fits("wire", 2)
                .effort(EFFORT)
                .problem());
        PlanProblem problem = aProblem()
                .need("wire", 3, 1_000)
                .need("cloth", 5, 1_000)
                .offer("weaver", 20)
                .fits("cloth", 3)
                .effort(EFFORT)
                .problem();
        Continuation.Continued on = goOn(problem, force, Map.of(0, asked(Firmness.ASKED, 10)), Set.of());
        assertThat(legs(Solved.solved(RepairOrder.of(on), on.sense(), LATER, List.of())))
                .isEqualTo(Map.of(0, 5L, 1, 10L));
    }

    @Test
    void what_nobody_wants_any_more_is_not_in_it() {
        PlannedRun force = plan(aProblem()
                .need("wire", 10, 1_000)
                .offer("first", 10)
                .fits("wire", 2)
                .effort(EFFORT)
                .problem());
        PlanProblem problem = aProblem()
                .need("cloth", 5, 1_000)
                .offer("weaver", 20)
                .fits("cloth", 3)
                .effort(EFFORT)
                .problem();
        Continuation.Continued on = goOn(problem, force, Map.of(0, asked(Firmness.PROMISED, 10)), Set.of());
        assertThat(on.positions()).isEmpty();
        assertThat(on.order().problem()).isEqualTo(problem);
    }

    @Test
    void in_any_market_promises_stay_and_no_is_no() {
        int grown = 0;
        for (int seed = 0; seed < CASES; seed++) {
            int market = seed;
            Random random = new Random(seed);
            PlannedRun force = plan(market(random, 20, random.nextInt(2)));
            Map<Integer, Asked> standing = new HashMap<>();
            Set<Integer> gone = new HashSet<>();
            Set<ListingId> refused = new HashSet<>();
            legs(force).forEach((arc, quantity) -> {
                if (random.nextInt(4) == 0) {
                    gone.add(arc);
                    refused.add(listing(force.sense(), force.detail().order().problem(), arc));
                } else {
                    standing.put(arc, asked(random.nextBoolean() ? Firmness.PROMISED : Firmness.ASKED, quantity));
                }
            });
            PlanProblem problem = market(random, 20 + random.nextInt(20), 1 + random.nextInt(2));
            Continuation.Continued on = goOn(problem, force, standing, gone);
            PlanOrder order = RepairOrder.of(on);
            PlannedRun next = Solved.solved(order, on.sense(), LATER, List.of());
            assertThat(PlanChecker.check(
                            order.problem(),
                            next.detail().answer().orElseThrow().proven().plan()))
                    .as("seed %d", seed)
                    .isEmpty();
            Map<Integer, Long> legs = legs(next);
            standing.forEach((arc, ask) -> assertThat(legs.get(on.positions().get(arc)))
                    .as("the leg of arc %d, seed %d", arc, market)
                    .isEqualTo(ask.quantity().orElseThrow().amount().longValueExact()));
            legs.keySet().stream()
                    .filter(arc -> arc < problem.arcs().size())
                    .forEach(arc -> assertThat(refused)
                            .as("who said no, seed %d", market)
                            .doesNotContain(listing(on.sense(), order.problem(), arc)));
            grown += legs.size() > standing.size() ? 1 : 0;
        }
        assertThat(grown).as("more is found").isGreaterThan(CASES / 2);
    }

    // ── Small markets ───────────────────────────────────────────────────────────

    /** The same makers in every market, with more or less that they can give. */
    private static PlanProblem market(Random random, int wanted, int more) {
        ProblemStory story = aProblem().effort(EFFORT);
        story.need("wire", wanted, 1_000);
        for (int d = 0; d < more; d++) {
            story.need("thing " + d, 10, 1_000);
        }
        for (int o = 0; o < 8; o++) {
            story.offer("offer " + o, 4 + random.nextInt(15));
            story.fits(o % 2 == 0 || more == 0 ? "wire" : "thing " + random.nextInt(more), 10 + random.nextInt(40));
        }
        return story.problem();
    }

    private static ListingId listing(Sense sense, PlanProblem problem, int arc) {
        Arc of = problem.arcs().get(arc);
        return sense.offers().get(of.offer()).listing();
    }

    private static PlannedRun plan(PlanProblem problem) {
        return Solved.solved(order(problem), Solved.sense(problem, BEGUN), BEGUN, List.of());
    }

    private static Continuation.Continued goOn(
            PlanProblem problem, PlannedRun force, Map<Integer, Asked> standing, Set<Integer> gone) {
        return Continuation.of(
                new Assembler.Assembled(order(problem), Solved.sense(problem, LATER)),
                force,
                new PlanStanding(standing, gone));
    }

    private static Asked asked(Firmness firmness, long quantity) {
        return new Asked(firmness, Optional.of(Quantity.of(quantity, PIECE)), Optional.empty());
    }
}
