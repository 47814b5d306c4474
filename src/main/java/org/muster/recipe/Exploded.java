package org.muster.recipe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;

/**
 * What a recipe takes for one output.
 *
 * @param lines in the order of the recipe, each below what it is for
 * @param steps in the order of the recipe
 */
public record Exploded(Recipe recipe, Quantity output, int parallel, List<Line> lines, List<Step> steps) {

    public Exploded {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    /**
     * @param tier 1 for what the output itself takes, 2 for what that takes, and so on
     * @param amounts the same amount in every measure it has, the one that people trade it in first
     */
    public record Line(RecipeLine line, int tier, List<Quantity> amounts) {
        public Line {
            amounts = List.copyOf(amounts);
        }

        public Quantity amount() {
            return amounts.get(0);
        }

        public Optional<Quantity> in(Dimension dimension) {
            return amounts.stream()
                    .filter(amount -> amount.unit().dimension().equals(dimension))
                    .findFirst();
        }
    }

    /**
     * @param begins hours after the clock's start
     * @param critical whether everything is later when it takes longer
     */
    public record Step(RecipeStage stage, BigDecimal begins, BigDecimal ends, boolean critical) {
        public BigDecimal hours() {
            return ends.subtract(begins);
        }
    }

    public Optional<Line> line(String key) {
        return lines.stream().filter(one -> one.line().key().equals(key)).findFirst();
    }

    /** Hours after the start at which this clock stops. */
    public Optional<BigDecimal> clock(RecipeStage.Clock clock) {
        return steps.stream()
                .filter(step -> step.stage().clock() == clock)
                .map(Step::ends)
                .max(BigDecimal::compareTo);
    }

    /** Hours after the start at which all of it is over. */
    public BigDecimal ends() {
        return steps.stream().map(Step::ends).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(one -> one.stage().key().equals(key)).findFirst();
    }
}
