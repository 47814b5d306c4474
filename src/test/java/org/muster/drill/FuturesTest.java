package org.muster.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Profile;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Spread;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;

/** What a drill plays follows from the seed, and from what the plan knows of its suppliers. */
class FuturesTest {

    private static final int LEGS = 2_000;
    private static final long WITHIN = 240;
    private static final long ARRIVAL = 600;

    @Test
    void the_same_seed_plays_the_same_and_another_one_does_not() {
        assertThat(draw(7_000, 11)).isEqualTo(draw(7_000, 11)).isNotEqualTo(draw(7_000, 12));
    }

    @Test
    void each_leg_gets_one_answer_in_time_and_arrives_after_it_only_where_it_was_promised() {
        List<DrillStep> steps = draw(7_000, 3);
        Map<Integer, DrillStep> answers = new HashMap<>();
        long before = 0;
        for (DrillStep step : steps) {
            assertThat(step.minute()).isGreaterThanOrEqualTo(before);
            before = step.minute();
            if (step.kind() == StepKind.ARRIVED) {
                DrillStep answer = Objects.requireNonNull(answers.get(step.arc()));
                assertThat(answer.kind()).isEqualTo(StepKind.PROMISED);
                assertThat(step.minute()).isEqualTo(ARRIVAL + step.late());
            } else {
                assertThat(answers.put(step.arc(), step)).isNull();
                assertThat(step.minute()).isBetween(5L, WITHIN);
            }
        }
        assertThat(answers).hasSize(LEGS);
    }

    @Test
    void suppliers_say_yes_as_often_as_they_are_known_to() {
        List<DrillStep> steps = draw(7_000, 5);
        long yes = count(steps, StepKind.PROMISED);
        long no = count(steps, StepKind.DECLINED);
        assertThat((double) yes / (yes + no)).isBetween(0.67, 0.73);
        assertThat(count(steps, StepKind.SILENT)).isBetween(LEGS / 50L, LEGS / 6L);
        assertThat(count(steps, StepKind.ARRIVED)).isEqualTo(yes);
        assertThat(count(draw(0, 5), StepKind.PROMISED)).isZero();
        assertThat(count(draw(Reliability.CERTAIN, 5), StepKind.DECLINED)).isZero();
    }

    @Test
    void whoever_is_asked_later_answers_later_and_steps_go_on_counting() {
        List<DrillStep> later = draw(7_000, 3, 500, 40);
        List<DrillStep> steps = draw(7_000, 3);
        assertThat(later).hasSameSizeAs(steps);
        assertThat(later.get(0).position()).isEqualTo(40);
        assertThat(later)
                .filteredOn(step -> step.kind() != StepKind.ARRIVED)
                .allSatisfy(step -> assertThat(step.minute()).isBetween(505L, 500 + WITHIN));
        assertThat(count(later, StepKind.PROMISED)).isEqualTo(count(steps, StepKind.PROMISED));
    }

    private static long count(List<DrillStep> steps, StepKind kind) {
        return steps.stream().filter(step -> step.kind() == kind).count();
    }

    private static List<DrillStep> draw(int acceptance, long seed) {
        return draw(acceptance, seed, 0, 0);
    }

    private static List<DrillStep> draw(int acceptance, long seed, long from, int first) {
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < LEGS; i++) {
            offers.add(new Offer("o" + i, 0, 10, 0, 1, false, 0));
            arcs.add(new Arc(i, 0, 1, 10, ARRIVAL));
            legs.add(new Leg(i, 10));
        }
        var problem = new PlanProblem(
                List.of(new Stage("there", 10_000, false)),
                List.of(new Demand("d", 1, 1_000, 10)),
                List.of(new Requirement("r", 0, 1_000, 0, 0, 0, false)),
                List.of(new Supplier("s", 0)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                Effort.ofRounds(1, 1, 1));
        var known = new Reliability(
                acceptance, new Spread(0, 60, 300), new Spread(0, 0, 120), Spread.always(Reliability.CERTAIN));
        return Futures.draw(
                new PlanOrder(
                        UUID.randomUUID(),
                        problem,
                        null,
                        draws(),
                        List.of(1L),
                        Collections.nCopies(LEGS, known),
                        Profile.CHEAPEST,
                        false),
                legs,
                WITHIN,
                seed,
                from,
                first);
    }

    private static List<Draw> draws() {
        return Stream.<Draw>generate(() -> Draw.NOTHING).limit(LEGS).toList();
    }
}
