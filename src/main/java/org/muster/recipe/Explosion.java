package org.muster.recipe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * Explodes a recipe over its tiers in true units: pieces become square metres by width and length, those kilograms by the weight of a square
 * metre; cords become metres and kilograms; packs are begun whole. Pure and exact, but for the time of lines, which is kept to the second.
 */
public final class Explosion {

    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
    private static final int DECIMALS = 6;

    private static final Unit KILOGRAM = Unit.of("kilogram");
    private static final Unit TONNE = Unit.of("tonne");
    private static final Unit METRE = Unit.of("metre");
    private static final Unit KILOMETRE = Unit.of("kilometre");
    private static final Unit SQUARE_METRE = Unit.of("square_metre");
    private static final Unit DAY = Unit.of("day");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Recipe recipe;
    private final Quantity output;
    private final int parallel;
    private final Map<String, Exploded.Line> lines = new LinkedHashMap<>();

    private Explosion(Recipe recipe, Quantity output, int parallel) {
        this.recipe = recipe;
        this.output = output;
        this.parallel = parallel;
    }

    /** @param parallel how many lines run at the same time */
    public static Exploded of(Recipe recipe, Quantity output, int parallel) {
        if (output.amount().signum() <= 0 || parallel < 1) {
            throw new IllegalArgumentException("Something is made on at least one line");
        }
        return new Explosion(recipe, output, parallel).exploded();
    }

    private Exploded exploded() {
        for (RecipeLine line : recipe.lines()) {
            Exploded.Line parent = line.under() == null ? null : lines.get(line.under());
            int tier = parent == null ? 1 : parent.tier() + 1;
            List<Quantity> of = parent == null ? List.of(output) : parent.amounts();
            lines.put(line.key(), new Exploded.Line(line, tier, amounts(line, of)));
        }
        return new Exploded(recipe, output, parallel, List.copyOf(lines.values()), steps());
    }

    // ── Amounts ─────────────────────────────────────────────────────────────────

    private List<Quantity> amounts(RecipeLine line, List<Quantity> of) {
        BigDecimal spoilt = BigDecimal.ONE.add(line.wasted());
        return switch (line.measure()) {
            case EACH -> List.of(traded(counted(line, of).multiply(figure(line)).multiply(spoilt), unit(line)));
            case SHEET -> sheet(line, counted(line, of).multiply(spoilt));
            case STRAND -> strand(line, counted(line, of).multiply(spoilt));
            case PACK ->
                List.of(new Quantity(
                        counted(line, of).multiply(spoilt).divide(figure(line), 0, RoundingMode.CEILING), unit(line)));
            case LINE_TIME ->
                List.of(new Quantity(
                        counted(line, of).multiply(spoilt).divide(figure(line), DECIMALS, RoundingMode.HALF_UP), DAY));
            case PER_LINE ->
                List.of(traded(
                        figure(line).multiply(BigDecimal.valueOf(parallel)).multiply(spoilt), unit(line)));
            case ONCE -> List.of(traded(figure(line).multiply(spoilt), unit(line)));
        };
    }

    /** How much there is of what it is for, in the unit that the line counts in. */
    private static BigDecimal counted(RecipeLine line, List<Quantity> of) {
        if (line.per() == null) {
            return of.get(0).inBase();
        }
        Unit per = Unit.of(line.per());
        return of.stream()
                .filter(amount -> amount.unit().dimension().equals(per.dimension()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        line.key() + " counts in " + line.per() + " what is not measured so"))
                .inBase()
                .divide(per.factor(), 12, RoundingMode.HALF_UP);
    }

    private static List<Quantity> sheet(RecipeLine line, BigDecimal pieces) {
        BigDecimal metres = pieces.multiply(some(line.lengthMm())).divide(THOUSAND);
        BigDecimal squareMetres = metres.multiply(some(line.widthMm())).divide(THOUSAND);
        BigDecimal kilograms = squareMetres.multiply(some(line.gsm())).divide(THOUSAND);
        return List.of(mass(kilograms), new Quantity(squareMetres, SQUARE_METRE), length(metres));
    }

    private static List<Quantity> strand(RecipeLine line, BigDecimal pieces) {
        BigDecimal metres = pieces.multiply(some(line.lengthMm())).divide(THOUSAND);
        return List.of(
                length(metres), mass(metres.multiply(some(line.gramPerMetre())).divide(THOUSAND)));
    }

    private static Quantity mass(BigDecimal kilograms) {
        return kilograms.compareTo(THOUSAND) >= 0
                ? new Quantity(kilograms.divide(THOUSAND), TONNE)
                : new Quantity(kilograms, KILOGRAM);
    }

    private static Quantity length(BigDecimal metres) {
        return metres.compareTo(THOUSAND) >= 0
                ? new Quantity(metres.divide(THOUSAND), KILOMETRE)
                : new Quantity(metres, METRE);
    }

    /** Machines, people and sets are had whole; tonnes are said as tonnes. */
    private static Quantity traded(BigDecimal amount, Unit unit) {
        if (isWhole(unit.dimension())) {
            return new Quantity(amount.setScale(0, RoundingMode.CEILING), unit);
        }
        if (unit.dimension().equals(Dimension.MASS)) {
            return mass(amount.multiply(unit.factor()));
        }
        return new Quantity(amount, unit);
    }

    private static boolean isWhole(Dimension dimension) {
        return dimension.equals(Dimension.COUNT)
                || dimension.name().startsWith("pack:")
                || Set.of("set", "group", "person", "pair", "shift").contains(dimension.name());
    }

    private static BigDecimal figure(RecipeLine line) {
        return some(line.figure());
    }

    private static BigDecimal some(@Nullable BigDecimal figure) {
        if (figure == null) {
            throw new IllegalStateException("A line of a recipe has the figures of its measure");
        }
        return figure;
    }

    private static Unit unit(RecipeLine line) {
        return Unit.of(line.unit() == null ? "" : line.unit());
    }

    // ── Time ────────────────────────────────────────────────────────────────────

    private List<Exploded.Step> steps() {
        Map<String, BigDecimal> begins = new HashMap<>();
        Map<String, BigDecimal> ends = new LinkedHashMap<>();
        for (RecipeStage stage : recipe.stages()) {
            BigDecimal start = after(stage).stream()
                    .map(ends::get)
                    .max(BigDecimal::compareTo)
                    .orElse(BigDecimal.ZERO);
            begins.put(stage.key(), start);
            ends.put(stage.key(), start.add(hours(stage)));
        }
        Set<String> critical = critical(begins, ends);
        List<Exploded.Step> steps = new ArrayList<>();
        for (RecipeStage stage : recipe.stages()) {
            steps.add(new Exploded.Step(
                    stage,
                    begins.getOrDefault(stage.key(), BigDecimal.ZERO),
                    ends.getOrDefault(stage.key(), BigDecimal.ZERO),
                    critical.contains(stage.key())));
        }
        return steps;
    }

    private static List<String> after(RecipeStage stage) {
        return stage.after() == null ? List.of() : stage.after();
    }

    private BigDecimal hours(RecipeStage stage) {
        if (stage.hours() != null) {
            return stage.hours();
        }
        Exploded.Line line = lines.get(stage.line() == null ? "" : stage.line());
        if (line == null) {
            return BigDecimal.ZERO;
        }
        return line.amount()
                .amount()
                .multiply(HOURS_OF_A_DAY)
                .divide(BigDecimal.valueOf(parallel), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /** Back from what is over last, always along what was waited for. */
    private Set<String> critical(Map<String, BigDecimal> begins, Map<String, BigDecimal> ends) {
        BigDecimal last = ends.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        Set<String> critical = new HashSet<>();
        List<RecipeStage> backwards = new ArrayList<>(recipe.stages());
        Collections.reverse(backwards);
        for (RecipeStage stage : backwards) {
            if (critical.contains(stage.key())
                    || last.compareTo(ends.getOrDefault(stage.key(), BigDecimal.ZERO)) == 0) {
                critical.add(stage.key());
                BigDecimal begin = begins.getOrDefault(stage.key(), BigDecimal.ZERO);
                after(stage).stream()
                        .filter(before -> begin.compareTo(ends.getOrDefault(before, BigDecimal.ZERO)) == 0)
                        .forEach(critical::add);
            }
        }
        return critical;
    }
}
