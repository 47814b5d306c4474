package org.muster.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.reference.Glossary;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** The library of recipes, and the copies of them that are in use. Who may see a copy is for whoever keeps it to say. */
@ApplicationScoped
@Transactional
public class Recipes {

    public static final String NOT_FOUND = "recipe.not_found";

    public static final int MOST_PARALLEL = 1000;

    private static final BigDecimal MOST_OUTPUT = BigDecimal.TEN.pow(10);

    private final StoredRecipes copies;
    private final Glossary glossary;
    private final List<Recipe> library = Library.read();

    Recipes(StoredRecipes copies, Glossary glossary) {
        this.copies = copies;
        this.glossary = glossary;
    }

    public List<Recipe> library() {
        return library;
    }

    public Optional<Recipe> byKey(String key) {
        return library.stream().filter(recipe -> recipe.key().equals(key)).findFirst();
    }

    /** What a recipe of the library takes for an output as it was typed; both may be blank for the usual. */
    public Outcome<Exploded> explode(Recipe recipe, String output, String parallel) {
        List<Refusal> refusals = new ArrayList<>();
        Quantity wanted = output.isBlank() ? recipe.usualOutput() : output(recipe, output, refusals);
        int lines = parallel.isBlank() ? recipe.usualLines() : parallel(parallel, refusals);
        return refusals.isEmpty() ? Outcome.accepted(Explosion.of(recipe, wanted, lines)) : Outcome.refused(refusals);
    }

    /** A copy for this output. */
    public Outcome<RecipeId> copy(String key, String output, String parallel, String by, Instant now) {
        Optional<Recipe> recipe = byKey(key);
        if (recipe.isEmpty()) {
            return Outcome.refused(Refusal.at("recipe", "recipe.not_found"));
        }
        return explode(recipe.get(), output, parallel).map(exploded -> {
            var copy = new StoredRecipe(
                    recipe.get(), write(recipe.get()), exploded.output(), exploded.parallel(), by, now);
            copies.persist(copy);
            return copy.id();
        });
    }

    public Optional<RecipeCopy> byId(RecipeId id) {
        return copies.byId(id).map(this::view);
    }

    /** Makes of a copy what somebody typed, all of it or nothing. */
    public Outcome<RecipeCopy> change(RecipeId id, RecipeEdit edit, String by, Instant now) {
        Optional<StoredRecipe> found = copies.lockedById(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        StoredRecipe copy = found.get();
        if (copy.version() != edit.version()) {
            return Outcome.refused(Refusal.of("recipe.changed_meanwhile", copy.changedBy()));
        }
        Recipe before = read(copy.document());
        List<Refusal> refusals = new ArrayList<>();
        Quantity output = output(before, edit.output(), refusals);
        int lines = parallel(edit.parallel(), refusals);
        Outcome<Recipe> edited = Editing.of(before, edit, glossary.terms());
        refusals.addAll(edited.reasons());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        copy.change(write(edited.orElseThrow()), output, lines, by, now);
        copies.flush();
        return Outcome.accepted(view(copy));
    }

    private static Quantity output(Recipe recipe, String typed, List<Refusal> refusals) {
        Unit unit = Unit.of(recipe.unit());
        Optional<Quantity> read = TradeNumber.amount(typed, unit)
                .filter(amount -> amount.unit().dimension().equals(unit.dimension())
                        && amount.amount().signum() > 0
                        && amount.inBase().compareTo(MOST_OUTPUT) <= 0);
        if (read.isEmpty()) {
            refusals.add(Refusal.at("output", "recipe.output_unreadable", typed.strip(), unit.nameZh(), unit.nameEn()));
        }
        return read.orElseGet(recipe::usualOutput);
    }

    private static int parallel(String typed, List<Refusal> refusals) {
        if (typed.strip().matches("[1-9]\\d{0,3}") && Integer.parseInt(typed.strip()) <= MOST_PARALLEL) {
            return Integer.parseInt(typed.strip());
        }
        refusals.add(Refusal.at("parallel", "recipe.parallel_unreadable", MOST_PARALLEL));
        return 1;
    }

    private RecipeCopy view(StoredRecipe copy) {
        Recipe recipe = read(copy.document());
        boolean newer = byKey(recipe.key())
                .filter(latest -> latest.version() > copy.libraryVersion())
                .isPresent();
        return new RecipeCopy(
                copy.id(),
                recipe,
                Explosion.of(recipe, copy.output(), copy.parallel()),
                newer,
                copy.changedBy(),
                copy.changedAt(),
                copy.version());
    }

    private static String write(Recipe recipe) {
        try {
            return Library.JSON.writeValueAsString(recipe);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recipe cannot be written down", e);
        }
    }

    private static Recipe read(String document) {
        try {
            return Library.JSON.readValue(document, Recipe.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
