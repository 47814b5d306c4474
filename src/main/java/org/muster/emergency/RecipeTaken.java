package org.muster.emergency;

import org.muster.recipe.RecipeId;

/** An emergency plans with a copy of a recipe. */
public record RecipeTaken(EmergencyId emergency, RecipeId recipe, String key, String output)
        implements EmergencyEvent {}
