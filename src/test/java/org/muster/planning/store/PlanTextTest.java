package org.muster.planning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Making;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.model.Staging;
import org.muster.planning.solver.PlanMaker;
import org.muster.planning.solver.TinyProblems;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;
import org.muster.testing.BesideOthers;

@BesideOthers
class PlanTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_is_written_is_read_again_and_is_the_same() {
        var orders = new Orders(99);
        var maker = new PlanMaker(null);
        for (int i = 0; i < 120; i++) {
            PlanOrder order = orders.next();
            PlanAnswer answer = maker.make(order, Optional.empty(), PlanWatcher.NOBODY);
            same(order, PlanOrder.class);
            same(order.problem(), PlanProblem.class);
            same(answer, PlanAnswer.class);
            same(answer.proven(), ProvenPlan.class);
            same(answer.proven().plan(), Plan.class);
            same(answer.explanation(), Explanation.class);
            order.staged().ifPresent(staged -> same(staged, StagedProblem.class));
        }
    }

    private static <T> void same(T value, Class<T> type) {
        String text = PlanText.write(value);
        assertThat(PlanText.read(text, type)).isEqualTo(value);
        assertThat(PlanText.read(rearranged(text), type))
                .as("names in another order")
                .isEqualTo(value);
    }

    /** As a database may give it back. */
    private static String rearranged(String text) {
        try {
            return turned(JSON.readTree(text)).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode turned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            ObjectNode other = JSON.createObjectNode();
            names.forEach(name -> other.set(name, turned(object.get(name))));
            return other;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode other = JSON.createArrayNode();
            array.forEach(part -> other.add(turned(part)));
            return other;
        }
        return node;
    }

    /** Written on the day that form 1 was first stored. Whoever changes a name has to go on reading it. */
    @Test
    void what_was_stored_in_the_first_form_is_still_read() {
        var orders = new Orders(99);
        PlanOrder order = orders.next();
        for (int i = 0; i < 300 && !tellsMuch(order); i++) {
            order = orders.next();
        }
        PlanOrder stored = PlanText.read(resource("/planning/order-form-1.json"), PlanOrder.class);
        assertThat(stored).isEqualTo(order);
        PlanAnswer answer = PlanText.read(resource("/planning/answer-form-1.json"), PlanAnswer.class);
        assertThat(answer.proven().plan().legs()).isNotEmpty();
        assertThat(answer.explanation().legs())
                .hasSameSizeAs(answer.proven().plan().legs());
        assertThat(PlanText.read(PlanText.write(answer), PlanAnswer.class)).isEqualTo(answer);
    }

    static boolean tellsMuch(PlanOrder order) {
        return order.staging() != null
                && !order.problem().included().isEmpty()
                && !order.problem().forbidden().isEmpty()
                && !order.problem().kept().isEmpty()
                && order.draws().stream().anyMatch(draw -> draw.listing() != null);
    }

    @Test
    void what_is_no_plan_is_refused() {
        String order = PlanText.write(new Orders(99).next());
        for (String text : List.of(
                "",
                "{}",
                "[]",
                "null",
                "{\"form\":1,\"kind\":\"order\"}",
                "{\"form\":1,\"kind\":\"order\",\"value\":null}",
                "{\"form\":1,\"kind\":\"order\",\"value\":{}}",
                order.replace("\"form\":1", "\"form\":2"),
                order.replace("\"kind\":\"order\"", "\"kind\":\"plan\""),
                order.replace("\"fair\"", "\"fairly\""),
                order.substring(0, order.length() / 2))) {
            assertThatThrownBy(() -> PlanText.read(text, PlanOrder.class)).isInstanceOf(UnreadablePlan.class);
        }
        assertThatThrownBy(() -> PlanText.write("a plan")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every text with one name or number lost or changed is refused, or means something that the model allows; nothing else happens. */
    @Test
    void a_damaged_text_is_refused_and_does_no_harm() {
        String text = PlanText.write(new Orders(99).next());
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            int at = random.nextInt(text.length());
            String damaged = random.nextBoolean()
                    ? text.substring(0, at) + text.substring(at + 1)
                    : text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(at + 1);
            try {
                assertThat(PlanText.read(damaged, PlanOrder.class)).isNotNull();
            } catch (UnreadablePlan refused) {
                assertThat(refused).hasMessageContaining("order");
            }
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PlanTextTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Random orders with everything that an order can say. */
    static final class Orders {

        private final TinyProblems problems;
        private final SplittableRandom random;

        Orders(long seed) {
            problems = new TinyProblems(seed);
            random = new SplittableRandom(seed);
        }

        PlanOrder next() {
            PlanProblem problem = problems.next(2);
            @Nullable Staging staging = staging(problem);
            List<Draw> draws = new ArrayList<>();
            List<Reliability> records = new ArrayList<>();
            for (int o = 0; o < problem.offers().size(); o++) {
                draws.add(draw());
                records.add(
                        random.nextBoolean()
                                ? Reliability.PERFECT
                                : new Reliability(
                                        random.nextInt(10_001),
                                        new Spread(-5, 0, 9),
                                        Spread.NONE,
                                        new Spread(9_000, 9_500, 10_000)));
            }
            return new PlanOrder(
                    new UUID(random.nextLong(), random.nextLong()),
                    problem,
                    staging,
                    draws,
                    Collections.nCopies(problem.requirements().size(), 1 + random.nextLong(1000)),
                    records,
                    Profile.values()[random.nextInt(Profile.values().length)],
                    random.nextBoolean());
        }

        /** Pins say what is made whatever the time, so problems with pins stay without stages that follow each other. */
        private @Nullable Staging staging(PlanProblem problem) {
            if (random.nextBoolean() || !problem.pins().isEmpty()) {
                return null;
            }
            List<Making> makings = new ArrayList<>();
            for (int o = 0; o < problem.offers().size(); o++) {
                int offer = o;
                long stages = problem.arcs().stream()
                        .filter(arc -> arc.offer() == offer)
                        .map(arc ->
                                problem.requirements().get(arc.requirement()).stage())
                        .distinct()
                        .count();
                if (stages == 1 && random.nextBoolean()) {
                    makings.add(new Making(o, 1 + random.nextLong(3), 5, 2, 1));
                }
            }
            return new Staging(makings, List.of(0L, random.nextLong(5)), 1, 30 + random.nextLong(30));
        }

        private Draw draw() {
            if (random.nextInt(3) == 0) {
                return Draw.NOTHING;
            }
            Instant from = Instant.ofEpochSecond(1_795_000_000L + random.nextInt(1_000_000), random.nextInt(1_000_000));
            return new Draw(
                    new ListingId(new UUID(random.nextLong(), random.nextLong())),
                    random.nextBoolean() ? null : new TimeWindow(from, from.plusSeconds(3600)),
                    BigDecimal.valueOf(random.nextLong(1_000_000), random.nextInt(9)));
        }
    }
}
