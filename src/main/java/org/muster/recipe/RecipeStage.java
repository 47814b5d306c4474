package org.muster.recipe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that takes time.
 *
 * @param after the keys of the steps that have to be over before it begins
 * @param hours how long it takes; null where it takes as long as a line needs for the output
 * @param line the key of that line
 * @param hold whether goods rest in it because a regulation says so
 * @param clock which of the three clocks stops when it is over
 */
public record RecipeStage(
        String key,
        Bilingual name,
        @Nullable List<String> after,
        @Nullable BigDecimal hours,
        @Nullable String line,
        boolean hold,
        @Nullable Clock clock,
        Basis basis,
        @Nullable Bilingual note) {

    public enum Clock {
        ALLOCATED,
        FIRST_PIECE,
        RELEASED
    }

    public RecipeStage {
        after = after == null ? List.of() : List.copyOf(after);
        if ((hours == null) == (line == null)) {
            throw new IllegalArgumentException("A stage takes its hours, or as long as a line needs: " + key);
        }
        if (hours != null && hours.signum() < 0) {
            throw new IllegalArgumentException("A stage does not end before it begins: " + key);
        }
    }
}
