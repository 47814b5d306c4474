package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyKind;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.NeedSum;
import org.muster.planning.model.Profile;
import org.muster.recipe.Explosion;
import org.muster.recipe.Recipe;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeId;
import org.muster.reference.ReferencePrices;
import org.muster.reference.ShippedTerms;
import org.muster.reference.Terms;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** What an emergency wants follows from its recipes and needs alone: how much, where, in which stage, until when. */
class WantedTest {

    static final Instant NOW = Instant.parse("2026-02-05T00:00:00Z");
    private static final Terms TERMS = ShippedTerms.terms();
    private static final String TAIYUAN = "140100";
    private static final String LINFEN = "141000";

    private static final List<Recipe> LIBRARY = library();

    private static List<Recipe> library() {
        try (InputStream in = Objects.requireNonNull(WantedTest.class.getResourceAsStream("/recipe/library.json"))) {
            return Arrays.asList(JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readValue(in, Recipe[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecipeCopy copy(String key, String amount) {
        Recipe recipe = LIBRARY.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        Quantity output = Quantity.of(amount, recipe.unit());
        return new RecipeCopy(
                RecipeId.create(), recipe, Explosion.of(recipe, output, recipe.usualLines()), false, "陈统筹", NOW, 1);
    }

    static NeedSum need(String area, String item, String amount, String unit) {
        return new NeedSum(
                Optional.of(area),
                Optional.of(item),
                item,
                List.of(Quantity.of(amount, unit)),
                1,
                1,
                0,
                Optional.empty());
    }

    static EmergencyView emergency(Duration release) {
        return new EmergencyView(
                EmergencyId.create(),
                "口罩保障",
                EmergencyKind.EPIDEMIC,
                List.of(new EmergencyView.AreaView(TAIYUAN, 1), new EmergencyView.AreaView(LINFEN, 3)),
                "省指挥部",
                "〔2026〕1 号",
                new EmergencyView.OnDuty("陈统筹", "13812345678"),
                List.of(),
                "一律平等",
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(4),
                Duration.ofMinutes(60),
                NOW,
                NOW.plus(Duration.ofHours(48)),
                NOW.plus(Duration.ofHours(144)),
                Optional.of(NOW.plus(release)),
                true,
                Optional.empty(),
                "陈统筹",
                NOW,
                Optional.empty(),
                0,
                false);
    }

    private static Wanted wanted(List<RecipeCopy> copies, List<NeedSum> needs, PlanWish wish) {
        return Wanted.of(emergency(Duration.ofDays(30)), copies, needs, wish, TERMS, NOW);
    }

    private static final PlanWish PLAIN = PlanWish.of(Profile.CHEAPEST);

    private static Wanted.Resource resource(Wanted wanted, int output, String line) {
        return wanted.resources().stream()
                .filter(one -> one.output() == output && one.lineKey().equals(line))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_output_is_shared_out_by_what_the_areas_need_and_nothing_is_lost() {
        Wanted wanted = wanted(
                List.of(copy("masks-existing", "1000001")),
                List.of(
                        need(TAIYUAN, "disposable-medical-mask", "200", "zhi"),
                        need(LINFEN, "disposable-medical-mask", "100", "zhi"),
                        need(LINFEN, "goggles", "40", "piece")),
                PLAIN);
        assertThat(wanted.outputs()).extracting(Wanted.Output::area).containsExactly(TAIYUAN, LINFEN, LINFEN);
        assertThat(wanted.outputs()).extracting(Wanted.Output::units).containsExactly(666_667L, 333_334L, 40L);
        assertThat(wanted.outputs())
                .as("priorities without gaps")
                .extracting(Wanted.Output::priority)
                .containsExactly(1, 2, 2);
        // 45 operators are shared out whole.
        assertThat(resource(wanted, 0, "operators").units()
                        + resource(wanted, 1, "operators").units())
                .isEqualTo(45);
        // Of an item that no recipe makes nothing else is wanted.
        assertThat(wanted.resources().stream().filter(one -> one.output() == 2)).hasSize(1);
    }

    @Test
    void amounts_are_exact_in_every_measure_they_are_traded_in() {
        Wanted wanted = wanted(List.of(copy("masks-existing", "1000000")), List.of(), PLAIN);
        Wanted.Resource meltblown = resource(wanted, 0, "meltblown");
        // In grams; a kilogram of 25 g/m² is 40 m², and at 175 mm some 228.6 m.
        assertThat(meltblown.smallest().perUnit())
                .isEqualByComparingTo(meltblown.smallest().unit().code().equals("tonne") ? "1000000" : "1000");
        BigDecimal kilograms = Objects.requireNonNull(meltblown.measures().get("mass"));
        BigDecimal squareMetres = Objects.requireNonNull(meltblown.measures().get("area"));
        assertThat(kilograms).isEqualByComparingTo("0.001");
        assertThat(squareMetres.multiply(BigDecimal.valueOf(25)).doubleValue()).isCloseTo(1, within());
        // A line's time is counted in what is made in it.
        assertThat(resource(wanted, 0, "line-time").units()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(resource(wanted, 0, "line-time").main()).isTrue();
        assertThat(resource(wanted, 0, "trucks").measures()).containsKey("pack:carton");
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    @Test
    void stages_follow_the_longest_way_and_holds_take_their_time() {
        Wanted wanted = wanted(List.of(copy("masks-existing-sterile", "1000000")), List.of(), PLAIN);
        Course course = wanted.course();
        assertThat(course.follow()).isTrue();
        assertThat(course.stages().stream().map(stage -> stage.key().replaceFirst("^[^/]*/", "")))
                .containsExactly("deliver", "make", "sterilise", "aerate", "release", "delivered");
        assertThat(course.stages().stream().map(Course.Stretch::minutes))
                .containsExactly(0L, 0L, 720L, 14_400L, 2_880L, 0L);
        // Goods that need not be sterile are tested beside, after they are made, and released earlier.
        assertThat(course.beside())
                .extracting(one -> one.key().replaceFirst("^[^/]*/", ""), Sense.BesideSense::after)
                .contains(tuple("test", 1));
        assertThat(wanted.answered()).isEqualTo(48 * 60);
        // Rolls are there before the line runs, the line works in its stage, pouches are there before sterilising.
        assertThat(resource(wanted, 0, "meltblown").stage()).isZero();
        assertThat(resource(wanted, 0, "operators").stage()).isZero();
        assertThat(resource(wanted, 0, "line-time").stage()).isEqualTo(1);
        assertThat(resource(wanted, 0, "pouch").stage()).isEqualTo(2);
        assertThat(resource(wanted, 0, "lab").stage()).as("beside the course").isEqualTo(2);
        assertThat(resource(wanted, 0, "aeration").stage()).isEqualTo(3);
        assertThat(resource(wanted, 0, "aeration").neededBy())
                .isEqualTo(NOW.plus(Duration.ofDays(30)).minus(Duration.ofMinutes(14_400 + 2_880)));
    }

    @Test
    void a_machine_is_there_before_it_is_installed_and_trial_goods_are_made_of_their_parts() {
        Wanted wanted = wanted(List.of(copy("mask-line-setup", "1")), List.of(), PLAIN);
        assertThat(wanted.course().stages().get(0).key()).endsWith("/install");
        assertThat(wanted.course().stages().get(0).minutes()).isEqualTo(144 * 60);
        assertThat(resource(wanted, 0, "blank").main()).isTrue();
        assertThat(wanted.resources())
                .extracting(Wanted.Resource::lineKey)
                .doesNotContain("masks")
                .contains("meltblown");
        assertThat(wanted.assumptions())
                .extracting(Refusal::key)
                .contains("allocation.assumed_made_here", "allocation.assumed_one_area");
    }

    @Test
    void several_recipes_do_not_wait_for_each_other() {
        Wanted wanted = wanted(List.of(copy("masks-existing", "100000"), copy("goggles", "2000")), List.of(), PLAIN);
        assertThat(wanted.course().follow()).isFalse();
        assertThat(wanted.course().stages())
                .allSatisfy(stage -> assertThat(stage.closes()).isPositive());
        wanted.resources()
                .forEach(one -> assertThat(one.stage())
                        .as(one.key())
                        .isBetween(0, wanted.course().stages().size() - 1));
    }

    @Test
    void several_recipes_get_all_the_time_until_the_limit_in_their_own_proportions() {
        List<RecipeCopy> copies = List.of(copy("masks-existing-sterile", "100000"), copy("goggles", "2000"));
        Wanted wanted = Wanted.of(emergency(Duration.ofDays(40)), copies, List.of(), PLAIN, TERMS, NOW);
        Course reckoned = Course.of(copies, wanted.answered());
        long limit = Duration.ofDays(40).toMinutes();
        for (RecipeCopy copy : copies) {
            List<Course.Stretch> now = of(wanted.course(), copy);
            List<Course.Stretch> before = of(reckoned, copy);
            Course.Stretch last = now.get(now.size() - 1);
            assertThat(last.closes() + last.minutes()).isBetween(limit - 1, limit);
            for (int k = 0; k < now.size(); k++) {
                assertThat(now.get(k).closes())
                        .as(now.get(k).key())
                        .isGreaterThan(before.get(k).closes());
                assertThat(now.get(k).minutes())
                        .as("what takes its time takes no longer")
                        .isEqualTo(before.get(k).minutes());
                if (k > 0) {
                    assertThat(now.get(k).closes())
                            .isGreaterThanOrEqualTo(
                                    now.get(k - 1).closes() + now.get(k - 1).minutes());
                }
            }
        }
        Course.Stretch delivered =
                wanted.course().stages().get(wanted.course().stages().size() - 1);
        assertThat(delivered.closes()).isEqualTo(limit);
        assertThat(wanted.resources())
                .filteredOn(one -> one.stage() < wanted.course().stages().size() - 1)
                .allSatisfy(one -> assertThat(one.neededBy())
                        .isEqualTo(NOW.plus(Duration.ofMinutes(
                                wanted.course().stages().get(one.stage()).closes()))));
        assertThat(wanted.assumptions()).extracting(Refusal::key).contains("allocation.assumed_milestones");
    }

    private static List<Course.Stretch> of(Course course, RecipeCopy copy) {
        return course.stages().stream()
                .filter(stretch -> copy.id().equals(stretch.recipe()))
                .toList();
    }

    @Test
    void every_recipe_of_the_library_can_be_planned() {
        for (Recipe recipe : LIBRARY) {
            Wanted wanted =
                    wanted(List.of(copy(recipe.key(), recipe.usualAmount().toPlainString())), List.of(), PLAIN);
            assertThat(wanted.resources().stream().filter(Wanted.Resource::main))
                    .as(recipe.key())
                    .hasSize(1);
            assertThat(wanted.resources()).as(recipe.key()).allSatisfy(one -> {
                assertThat(one.units()).isPositive();
                assertThat(one.stage()).isBetween(0, wanted.course().stages().size() - 1);
                assertThat(one.neededBy()).isAfter(NOW);
                assertThat(ReferencePrices.of(one.term())).as(one.term()).isPresent();
            });
        }
    }

    @Test
    void a_time_limit_that_nobody_can_keep_is_said_and_moved() {
        Wanted wanted = Wanted.of(
                emergency(Duration.ofDays(7)),
                List.of(copy("masks-existing-sterile", "1000000")),
                List.of(),
                PLAIN,
                TERMS,
                NOW);
        assertThat(wanted.deadline()).isAfter(NOW.plus(Duration.ofDays(14)));
        assertThat(wanted.assumptions()).extracting(Refusal::key).contains("allocation.assumed_later");
    }

    @Test
    void what_is_wanted_otherwise_is_wanted_otherwise() {
        RecipeCopy masks = copy("masks-existing", "1000000");
        List<NeedSum> needs = List.of(
                need(TAIYUAN, "disposable-medical-mask", "1", "zhi"),
                need(LINFEN, "disposable-medical-mask", "1", "zhi"));
        String linfen = wanted(List.of(masks), needs, PLAIN).outputs().get(1).key();
        Wanted wanted = wanted(
                List.of(masks),
                needs,
                PLAIN.with(new Change.OtherQuantity(linfen, Quantity.of("700000", "zhi")))
                        .with(new Change.OtherPriority(linfen, 1, "重灾区"))
                        .with(new Change.OtherDate(NOW.plus(Duration.ofDays(20)))));
        assertThat(wanted.outputs().get(1).units()).isEqualTo(700_000);
        assertThat(wanted.outputs()).extracting(Wanted.Output::priority).containsExactly(1, 1);
        assertThat(wanted.deadline()).isEqualTo(NOW.plus(Duration.ofDays(20)));
        // More output takes more of what is divisible.
        assertThat(resource(wanted, 1, "meltblown").units())
                .isGreaterThan(resource(wanted, 0, "meltblown").units());
    }
}
