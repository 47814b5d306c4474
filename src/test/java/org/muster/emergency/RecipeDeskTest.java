package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.recipe.Basis;
import org.muster.recipe.Recipe;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeEdit;
import org.muster.recipe.RecipeId;
import org.muster.recipe.RecipeLine;
import org.muster.recipe.Recipes;
import org.muster.reference.Glossary;
import org.muster.shared.Dimension;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;

@QuarkusTest
class RecipeDeskTest {

    private static final RecipeEdit.Added NOTHING = new RecipeEdit.Added("", "", "", "");

    @Inject
    EmergencyDesk emergencies;

    @Inject
    RecipeDesk desk;

    @Inject
    Recipes recipes;

    @Inject
    Glossary glossary;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private Actor coordinator;

    @SuppressWarnings("NullAway.Init")
    private EmergencyId emergency;

    @BeforeEach
    void an_emergency() {
        coordinator = owners.aCoordinator("陈统筹");
        emergency = Declarations.declared(emergencies, coordinator, "山西", clock.instant());
    }

    @Test
    void every_word_of_the_library_is_a_term_of_the_glossary() {
        for (Recipe recipe : recipes.library()) {
            assertThat(glossary.terms().byKey(recipe.term())).as(recipe.key()).isPresent();
            assertThat(recipe.lines())
                    .allSatisfy(line -> assertThat(glossary.terms().byKey(line.term()))
                            .as(recipe.key() + " " + line.key())
                            .isPresent());
        }
    }

    @Test
    void taken_it_is_scaled_to_what_is_asked_for() {
        RecipeCopy copy = taken("masks-existing", "250万", "10");
        assertThat(copy.exploded().output()).isEqualTo(Quantity.of("2500000", "zhi"));
        assertThat(copy.exploded().line("carton").orElseThrow().amount()).isEqualTo(Quantity.of("1250", "carton"));
        assertThat(desk.of(coordinator, emergency)).extracting(RecipeCopy::id).containsExactly(copy.id());
    }

    @Test
    void an_edit_changes_the_copy_and_not_the_library() {
        RecipeCopy copy = taken("masks-existing", "", "");
        BigDecimal before = mass(copy, "meltblown");
        RecipeCopy changed = change(
                        copy,
                        new RecipeEdit(
                                copy.version(),
                                "1000000",
                                "5",
                                Map.of(),
                                Map.of("meltblown", "30"),
                                Map.of("meltblown", "0"),
                                Map.of("deliver", "20"),
                                Set.of("lab"),
                                new RecipeEdit.Added("鼻垫海绵", "1", "piece", "deliver")))
                .orElseThrow();
        assertThat(mass(changed, "meltblown")).isEqualByComparingTo("918.75").isNotEqualByComparingTo(before);
        assertThat(changed.recipe().line("meltblown").map(RecipeLine::basis)).contains(Basis.CHANGED);
        assertThat(changed.recipe().line("lab")).isEmpty();
        assertThat(changed.exploded().line("added-1").orElseThrow().amount())
                .isEqualTo(Quantity.of("1000000", "piece"));
        assertThat(changed.exploded().step("deliver").orElseThrow().hours()).isEqualByComparingTo("20");
        assertThat(recipes.byKey("masks-existing").orElseThrow().line("lab")).isPresent();
        assertThat(desk.byId(coordinator, emergency, copy.id()).orElseThrow().recipe())
                .isEqualTo(changed.recipe());
    }

    @Test
    void what_is_only_for_a_line_goes_with_it_and_what_times_a_step_stays() {
        RecipeCopy copy = taken("masks-existing-sterile", "", "");
        RecipeCopy changed = change(copy, leaving(copy, "meltblown")).orElseThrow();
        assertThat(changed.recipe().line("pp")).isEmpty();
        assertThat(change(changed, leaving(changed, "line-time")).reasons())
                .extracting(Refusal::key)
                .containsExactly("recipe.times_a_stage");
    }

    @Test
    void rubbish_is_refused_at_its_field_and_changes_nothing() {
        RecipeCopy copy = taken("masks-existing", "", "");
        Outcome<RecipeCopy> refused = change(
                copy,
                new RecipeEdit(
                        copy.version(),
                        "许多",
                        "0",
                        Map.of("box", "-5"),
                        Map.of("outer", "x"),
                        Map.of("outer", "100"),
                        Map.of("deliver", "bald"),
                        Set.of(),
                        new RecipeEdit.Added("神秘物件", "", "", "")));
        assertThat(refused.reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder(
                        "output",
                        "parallel",
                        "figure-box",
                        "gsm-outer",
                        "waste-outer",
                        "hours-deliver",
                        "addedItem",
                        "addedAmount",
                        "addedUnit",
                        "addedStage");
        assertThat(desk.byId(coordinator, emergency, copy.id()).orElseThrow().recipe())
                .isEqualTo(copy.recipe());
    }

    @Test
    void of_two_who_edit_at_once_the_second_is_told() {
        RecipeCopy copy = taken("goggles", "", "");
        change(copy, leaving(copy, "lab")).orElseThrow();
        assertThat(change(copy, leaving(copy, "carton")).reasons())
                .extracting(Refusal::key)
                .containsExactly("recipe.changed_meanwhile");
    }

    @Test
    void an_amount_that_cannot_be_is_refused() {
        assertThat(desk.take(coordinator, emergency, "goggles", "2吨", "1", clock.instant())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("recipe.output_unreadable");
        assertThat(desk.take(coordinator, emergency, "nothing", "", "", clock.instant())
                        .isAccepted())
                .isFalse();
    }

    @Test
    void nobody_else_takes_or_sees_one() {
        RecipeCopy copy = taken("goggles", "", "");
        Actor owner = owners.anOwner();
        assertThat(desk.take(owner, emergency, "goggles", "", "", clock.instant())
                        .isAccepted())
                .isFalse();
        assertThat(desk.byId(owner, emergency, copy.id())).isEmpty();
        EmergencyId other = Declarations.declared(emergencies, coordinator, "湖北", clock.instant());
        assertThat(desk.byId(coordinator, other, copy.id())).isEmpty();
    }

    private RecipeCopy taken(String key, String output, String parallel) {
        RecipeId id = desk.take(coordinator, emergency, key, output, parallel, clock.instant())
                .orElseThrow();
        return desk.byId(coordinator, emergency, id).orElseThrow();
    }

    private Outcome<RecipeCopy> change(RecipeCopy copy, RecipeEdit edit) {
        return desk.change(coordinator, emergency, copy.id(), edit, clock.instant());
    }

    private static RecipeEdit leaving(RecipeCopy copy, String line) {
        return new RecipeEdit(
                copy.version(), "1000", "1", Map.of(), Map.of(), Map.of(), Map.of(), Set.of(line), NOTHING);
    }

    private static BigDecimal mass(RecipeCopy copy, String line) {
        return copy.exploded()
                .line(line)
                .orElseThrow()
                .in(Dimension.MASS)
                .orElseThrow()
                .inBase();
    }
}
