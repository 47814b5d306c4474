package org.muster.recipe;

import java.time.Instant;

/**
 * A copy of a recipe in use.
 *
 * @param exploded what it takes for its output
 * @param newer whether the library has a later version of it by now
 * @param version counts its changes, so that two people cannot overwrite each other
 */
public record RecipeCopy(
        RecipeId id,
        Recipe recipe,
        Exploded exploded,
        boolean newer,
        String changedBy,
        Instant changedAt,
        int version) {}
