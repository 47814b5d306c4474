package org.muster.recipe;

import java.util.Map;
import java.util.Set;

/**
 * What somebody typed into a copy. Figures that are blank, and lines that are not named, stay as they are.
 *
 * @param version of the copy that was looked at
 * @param output how much of it
 * @param parallel how many lines run at the same time
 * @param figures by the line's key
 * @param gsm by the line's key
 * @param waste in hundredths, by the line's key
 * @param hours by the stage's key
 * @param leftOut keys of lines that are not needed here; what is only for them goes with them
 * @param added one more line; blank in all its parts for none
 */
public record RecipeEdit(
        int version,
        String output,
        String parallel,
        Map<String, String> figures,
        Map<String, String> gsm,
        Map<String, String> waste,
        Map<String, String> hours,
        Set<String> leftOut,
        Added added) {

    /** @param item words for it; @param amount for one of the output */
    public record Added(String item, String amount, String unit, String stage) {
        boolean isBlank() {
            return item.isBlank() && amount.isBlank();
        }
    }

    public RecipeEdit {
        figures = Map.copyOf(figures);
        gsm = Map.copyOf(gsm);
        waste = Map.copyOf(waste);
        hours = Map.copyOf(hours);
        leftOut = Set.copyOf(leftOut);
    }
}
