package org.muster.recipe;

import java.util.Objects;
import java.util.UUID;

/** Names one copy of a recipe. */
public record RecipeId(UUID value) {

    public RecipeId {
        Objects.requireNonNull(value, "recipe id");
    }

    public static RecipeId create() {
        return new RecipeId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static RecipeId of(String text) {
        return new RecipeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
