package org.muster.emergency;

import org.muster.recipe.RecipeId;

/** A copy of a recipe was edited. */
public record RecipeChanged(EmergencyId emergency, RecipeId recipe, String output) implements EmergencyEvent {}
