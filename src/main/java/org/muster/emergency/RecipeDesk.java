package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeEdit;
import org.muster.recipe.RecipeId;
import org.muster.recipe.Recipes;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** The recipes that an emergency plans with: copies of the library's, scaled and edited by its coordinators. */
@ApplicationScoped
@Transactional
public class RecipeDesk {

    private static final int MOST = 20;

    private final Emergencies emergencies;
    private final TakenRecipes taken;
    private final Recipes recipes;
    private final Entries entries;
    private final Outbox outbox;

    RecipeDesk(Emergencies emergencies, TakenRecipes taken, Recipes recipes, Entries entries, Outbox outbox) {
        this.emergencies = emergencies;
        this.taken = taken;
        this.recipes = recipes;
        this.entries = entries;
        this.outbox = outbox;
    }

    public Outcome<RecipeId> take(
            Actor actor, EmergencyId id, String key, String output, String parallel, Instant now) {
        if (open(actor, id).isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        if (taken.of(id).size() >= MOST) {
            return Outcome.refused(Refusal.of("recipe.too_many", MOST));
        }
        return recipes.copy(key, output, parallel, actor.name(), now).map(copy -> {
            taken.add(id, copy, now);
            RecipeCopy view = recipes.byId(copy).orElseThrow();
            String amount = view.exploded().output().toString();
            entries.add(id, actor, Entry.Deed.RECIPE_TAKEN, view.recipe().name().zh() + " · " + amount, now);
            outbox.publish(new RecipeTaken(id, copy, key, amount));
            return copy;
        });
    }

    public Outcome<RecipeCopy> change(Actor actor, EmergencyId id, RecipeId recipe, RecipeEdit edit, Instant now) {
        if (open(actor, id).isEmpty() || !taken.of(id).contains(recipe)) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        return recipes.change(recipe, edit, actor.name(), now).map(changed -> {
            String amount = changed.exploded().output().toString();
            entries.add(
                    id,
                    actor,
                    Entry.Deed.RECIPE_CHANGED,
                    changed.recipe().name().zh() + " · " + amount,
                    now);
            outbox.publish(new RecipeChanged(id, recipe, amount));
            return changed;
        });
    }

    public List<RecipeCopy> of(Actor viewer, EmergencyId id) {
        return EmergencyDesk.mayRun(viewer)
                ? taken.of(id).stream()
                        .flatMap(one -> recipes.byId(one).stream())
                        .toList()
                : List.of();
    }

    public Optional<RecipeCopy> byId(Actor viewer, EmergencyId id, RecipeId recipe) {
        return EmergencyDesk.mayRun(viewer) && taken.of(id).contains(recipe) ? recipes.byId(recipe) : Optional.empty();
    }

    private Optional<Emergency> open(Actor actor, EmergencyId id) {
        return EmergencyDesk.mayRun(actor) ? emergencies.lockedById(id).filter(Emergency::isOpen) : Optional.empty();
    }
}
