package org.muster.recipe;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * A bill of resources for an output.
 *
 * @param version counts the editions of it in the library
 * @param term the key of the output's term
 * @param usualAmount an output that people ask for
 * @param lines those it takes; a line stands below the one it is for
 */
public record Recipe(
        String key,
        int version,
        Bilingual name,
        Bilingual about,
        String term,
        String unit,
        BigDecimal usualAmount,
        int usualLines,
        List<RecipeStage> stages,
        List<RecipeLine> lines) {

    public Recipe {
        stages = List.copyOf(stages);
        lines = List.copyOf(lines);
        Set<String> stageKeys = new HashSet<>();
        for (RecipeStage stage : stages) {
            if (!stageKeys.containsAll(stage.after()) || !stageKeys.add(stage.key())) {
                throw new IllegalArgumentException("A stage of " + key + " comes after later ones: " + stage.key());
            }
        }
        Set<String> lineKeys = new HashSet<>();
        for (RecipeLine line : lines) {
            if (!stageKeys.contains(line.stage())) {
                throw new IllegalArgumentException("No stage " + line.stage() + " in " + key);
            }
            if (!line.forOutput() && !lineKeys.contains(line.under()) || !lineKeys.add(line.key())) {
                throw new IllegalArgumentException("A line of " + key + " is for no line above it: " + line.key());
            }
        }
        for (RecipeStage stage : stages) {
            if (stage.line() != null && !lineKeys.contains(stage.line())) {
                throw new IllegalArgumentException("No line " + stage.line() + " in " + key);
            }
        }
    }

    public Quantity usualOutput() {
        return new Quantity(usualAmount, Unit.of(unit));
    }

    public Optional<RecipeLine> line(String lineKey) {
        return lines.stream().filter(line -> line.key().equals(lineKey)).findFirst();
    }
}
