package org.muster.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;

/** The figures are those that were published or computed for a million three-ply masks of 175 × 95 mm, before waste. */
class ExplosionTest {

    private static final Quantity A_MILLION = Quantity.of("1000000", "zhi");

    private final Recipe masks = withoutWaste(recipe("masks-existing-sterile"));

    static List<Recipe> library() {
        return Library.read();
    }

    @ParameterizedTest
    @CsvSource({
        "outer, 20, 0.61",
        "outer, 25, 0.77",
        "outer, 30, 0.92",
        "meltblown, 20, 0.61",
        "meltblown, 25, 0.77",
        "meltblown, 30, 0.92",
        "inner, 20, 0.68",
        "inner, 25, 0.85",
        "inner, 30, 1.02"
    })
    void roll_goods_weigh_width_by_length_by_gsm(String line, String gsm, String tonnes) {
        Exploded exploded = Explosion.of(withGsm(masks, line, gsm), A_MILLION, 5);
        BigDecimal kilograms = mass(exploded, line);
        assertThat(kilograms.movePointLeft(3).setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(tonnes);
    }

    @Test
    void pieces_square_metres_metres_and_kilograms_are_one_amount() {
        Exploded.Line meltblown =
                Explosion.of(masks, A_MILLION, 5).line("meltblown").orElseThrow();
        // 0.175 m × 0.175 m × 25 g/m²
        assertThat(meltblown.in(Dimension.AREA)).contains(Quantity.of("30625", "square_metre"));
        assertThat(meltblown.in(Dimension.LENGTH)).contains(Quantity.of("175", "kilometre"));
        assertThat(meltblown.in(Dimension.MASS)).contains(Quantity.of("765.625", "kilogram"));
    }

    @Test
    void cords_have_the_length_and_weight_that_were_published() {
        Exploded exploded = Explosion.of(masks, A_MILLION, 5);
        assertThat(exploded.line("ear-loop").orElseThrow().in(Dimension.LENGTH))
                .contains(Quantity.of("350", "kilometre"));
        assertThat(mass(exploded, "ear-loop")).isBetween(new BigDecimal("240"), new BigDecimal("300"));
        BigDecimal wire = length(exploded, "nose-wire");
        assertThat(wire).isBetween(new BigDecimal("85000"), new BigDecimal("110000"));
        assertThat(mass(exploded, "nose-wire")).isBetween(new BigDecimal("270"), new BigDecimal("340"));
    }

    @Test
    void begun_packs_count_whole() {
        Exploded exploded = Explosion.of(masks, Quantity.of("1000001", "zhi"), 5);
        assertThat(exploded.line("box").orElseThrow().amount()).isEqualTo(Quantity.of("20001", "box"));
        assertThat(exploded.line("carton").orElseThrow().amount()).isEqualTo(Quantity.of("501", "carton"));
    }

    @Test
    void waste_is_bought_too() {
        BigDecimal clean = mass(Explosion.of(masks, A_MILLION, 5), "outer");
        BigDecimal bought = mass(Explosion.of(recipe("masks-existing-sterile"), A_MILLION, 5), "outer");
        assertThat(bought).isEqualByComparingTo(clean.multiply(new BigDecimal("1.05")));
    }

    @Test
    void a_second_tier_follows_the_weight_of_the_first() {
        Exploded exploded = Explosion.of(masks, A_MILLION, 5);
        assertThat(exploded.line("pp").orElseThrow().tier()).isEqualTo(2);
        assertThat(mass(exploded, "pp"))
                .isEqualByComparingTo(mass(exploded, "meltblown").multiply(new BigDecimal("1.03")));
    }

    @Test
    void five_lines_make_a_million_in_two_days_and_sterile_goods_rest_seven_to_fourteen() {
        Exploded exploded = Explosion.of(masks, A_MILLION, 5);
        assertThat(exploded.step("make").orElseThrow().hours()).isEqualByComparingTo("48");
        assertThat(exploded.step("aerate").orElseThrow().hours())
                .isBetween(new BigDecimal("168"), new BigDecimal("336"));
        assertThat(exploded.step("aerate").orElseThrow().stage().hold()).isTrue();
        assertThat(exploded.clock(RecipeStage.Clock.ALLOCATED)).contains(new BigDecimal("48"));
    }

    @Test
    void non_sterile_masks_skip_the_rest() {
        Exploded sterile = Explosion.of(recipe("masks-existing-sterile"), A_MILLION, 5);
        Exploded plain = Explosion.of(recipe("masks-existing"), A_MILLION, 5);
        assertThat(plain.step("aerate")).isEmpty();
        assertThat(sterile.ends().subtract(plain.ends())).isGreaterThanOrEqualTo(new BigDecimal("168"));
    }

    @Test
    void the_line_of_houma_stands_on_the_sixth_day_after_its_allocation() {
        Exploded exploded = Explosion.of(recipe("mask-line-setup"), Quantity.of("1", "set"), 1);
        assertThat(exploded.step("install").orElseThrow().begins()).isEqualByComparingTo("48");
        assertThat(exploded.step("install").orElseThrow().hours()).isEqualByComparingTo("144");
        assertThat(exploded.line("welders").orElseThrow().amount()).isEqualTo(Quantity.of("2", "machine"));
        assertThat(exploded.line("room").orElseThrow().amount()).isEqualTo(Quantity.of("40", "square_metre"));
        assertThat(exploded.line("outer").orElseThrow().tier()).isEqualTo(2);
    }

    @Test
    void the_longest_chain_is_critical_and_what_can_wait_is_not() {
        Exploded exploded = Explosion.of(masks, A_MILLION, 5);
        assertThat(critical(exploded)).containsExactly("allocate", "deliver", "make", "sterilise", "aerate", "release");
    }

    @Test
    void more_lines_take_more_people_and_less_time() {
        Exploded one = Explosion.of(masks, A_MILLION, 1);
        Exploded ten = Explosion.of(masks, A_MILLION, 10);
        assertThat(ten.line("operators").orElseThrow().amount()).isEqualTo(Quantity.of("90", "person"));
        assertThat(ten.step("make").orElseThrow().hours()).isEqualByComparingTo("24");
        assertThat(one.step("make").orElseThrow().hours()).isEqualByComparingTo("240");
        // Line time is the same in all.
        assertThat(one.line("line-time").orElseThrow().amount())
                .isEqualTo(ten.line("line-time").orElseThrow().amount());
    }

    @ParameterizedTest
    @MethodSource("library")
    void every_recipe_of_the_library_explodes_whole(Recipe recipe) {
        Exploded exploded = Explosion.of(recipe, recipe.usualOutput(), recipe.usualLines());
        assertThat(exploded.lines())
                .hasSameSizeAs(recipe.lines())
                .allSatisfy(line ->
                        assertThat(line.amount().amount()).as(line.line().key()).isPositive());
        assertThat(exploded.clock(RecipeStage.Clock.ALLOCATED)).isPresent();
        assertThat(exploded.clock(RecipeStage.Clock.FIRST_PIECE)).isPresent();
        assertThat(exploded.clock(RecipeStage.Clock.RELEASED)).isPresent();
        assertThat(exploded.steps()).anyMatch(Exploded.Step::critical);
    }

    @Test
    void the_library_holds_the_recipes_that_were_promised() {
        assertThat(library())
                .extracting(Recipe::key)
                .contains(
                        "mask-line-setup",
                        "masks-existing",
                        "protective-suit",
                        "alcohol-disinfectant",
                        "goggles",
                        "general");
        assertThat(recipe("masks-existing-sterile").lines()).hasSize(18);
    }

    @Test
    void what_is_kept_reads_back_as_it_was() throws Exception {
        for (Recipe recipe : library()) {
            String written = Library.JSON.writeValueAsString(recipe);
            assertThat(Library.JSON.readValue(written, Recipe.class)).isEqualTo(recipe);
        }
    }

    @Test
    void nothing_is_made_of_nothing() {
        assertThatThrownBy(() -> Explosion.of(masks, Quantity.of("0", "zhi"), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Explosion.of(masks, A_MILLION, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> critical(Exploded exploded) {
        return exploded.steps().stream()
                .filter(Exploded.Step::critical)
                .map(step -> step.stage().key())
                .toList();
    }

    private static BigDecimal mass(Exploded exploded, String line) {
        return exploded.line(line)
                .orElseThrow()
                .in(Dimension.MASS)
                .orElseThrow()
                .inBase();
    }

    private static BigDecimal length(Exploded exploded, String line) {
        return exploded.line(line)
                .orElseThrow()
                .in(Dimension.LENGTH)
                .orElseThrow()
                .inBase();
    }

    private static Recipe recipe(String key) {
        return library().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Recipe withoutWaste(Recipe recipe) {
        return with(recipe, line -> line(line, line.gsm(), null));
    }

    private static Recipe withGsm(Recipe recipe, String key, String gsm) {
        return with(recipe, line -> line.key().equals(key) ? line(line, new BigDecimal(gsm), null) : line);
    }

    private static Recipe with(Recipe recipe, UnaryOperator<RecipeLine> change) {
        List<RecipeLine> lines = new ArrayList<>();
        recipe.lines().forEach(line -> lines.add(change.apply(line)));
        return new Recipe(
                recipe.key(),
                recipe.version(),
                recipe.name(),
                recipe.about(),
                recipe.term(),
                recipe.unit(),
                recipe.usualAmount(),
                recipe.usualLines(),
                recipe.stages(),
                lines);
    }

    private static RecipeLine line(RecipeLine line, @Nullable BigDecimal gsm, @Nullable BigDecimal waste) {
        return new RecipeLine(
                line.key(),
                line.term(),
                line.name(),
                line.under(),
                line.stage(),
                line.kind(),
                line.measure(),
                line.figure(),
                line.unit(),
                line.per(),
                line.widthMm(),
                line.lengthMm(),
                gsm,
                line.gramPerMetre(),
                waste,
                line.basis(),
                line.note(),
                line.papers());
    }
}
