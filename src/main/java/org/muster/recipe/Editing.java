package org.muster.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** Makes of a recipe what somebody typed: every figure is read, what was changed is marked so, and what cannot be is refused at its field. */
final class Editing {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(24 * 365);
    private static final int MOST_LINES = 60;

    private final Terms terms;
    private final List<Refusal> refusals = new ArrayList<>();

    private Editing(Terms terms) {
        this.terms = terms;
    }

    static Outcome<Recipe> of(Recipe recipe, RecipeEdit edit, Terms terms) {
        return new Editing(terms).edited(recipe, edit);
    }

    private Outcome<Recipe> edited(Recipe recipe, RecipeEdit edit) {
        List<RecipeLine> lines = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        Set<String> timing = new HashSet<>();
        recipe.stages().forEach(stage -> Optional.ofNullable(stage.line()).ifPresent(timing::add));
        for (RecipeLine line : recipe.lines()) {
            if (edit.leftOut().contains(line.key()) && timing.contains(line.key())) {
                refusals.add(Refusal.at("leave-" + line.key(), "recipe.times_a_stage"));
            } else if (edit.leftOut().contains(line.key()) || gone.contains(line.under() == null ? "" : line.under())) {
                gone.add(line.key());
                continue;
            }
            lines.add(line(line, edit));
        }
        if (!edit.added().isBlank()) {
            added(recipe, edit.added(), lines).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            refusals.add(Refusal.of("recipe.nothing_left"));
        }
        List<RecipeStage> stages = recipe.stages().stream()
                .map(stage -> stage(stage, edit.hours()))
                .toList();
        return refusals.isEmpty()
                ? Outcome.accepted(new Recipe(
                        recipe.key(),
                        recipe.version(),
                        recipe.name(),
                        recipe.about(),
                        recipe.term(),
                        recipe.unit(),
                        recipe.usualAmount(),
                        recipe.usualLines(),
                        stages,
                        lines))
                : Outcome.refused(refusals);
    }

    private RecipeLine line(RecipeLine line, RecipeEdit edit) {
        BigDecimal main = main(line);
        BigDecimal figure = positive("figure-" + line.key(), edit.figures().get(line.key()), main, MOST);
        BigDecimal gsm = line.gsm() == null
                ? null
                : positive("gsm-" + line.key(), edit.gsm().get(line.key()), line.gsm(), BigDecimal.valueOf(2000));
        BigDecimal waste = waste(line, edit.waste().get(line.key()));
        boolean changed = figure.compareTo(main) != 0
                || gsm != null && line.gsm() != null && gsm.compareTo(line.gsm()) != 0
                || waste.compareTo(line.wasted()) != 0;
        if (!changed) {
            return line;
        }
        boolean byLength = line.measure() == Measure.SHEET || line.measure() == Measure.STRAND;
        return new RecipeLine(
                line.key(),
                line.term(),
                line.name(),
                line.under(),
                line.stage(),
                line.kind(),
                line.measure(),
                byLength ? line.figure() : figure,
                line.unit(),
                line.per(),
                line.widthMm(),
                byLength ? figure : line.lengthMm(),
                gsm,
                line.gramPerMetre(),
                waste.signum() == 0 ? null : waste,
                Basis.CHANGED,
                line.note(),
                line.papers());
    }

    /** What one changes of a line: of roll goods and cords the length, of all others the figure. */
    static BigDecimal main(RecipeLine line) {
        BigDecimal main =
                line.measure() == Measure.SHEET || line.measure() == Measure.STRAND ? line.lengthMm() : line.figure();
        if (main == null) {
            throw new IllegalStateException("A line of a recipe has the figures of its measure");
        }
        return main;
    }

    private BigDecimal positive(String field, @Nullable String typed, BigDecimal before, BigDecimal most) {
        if (typed == null || typed.isBlank()) {
            return before;
        }
        Optional<BigDecimal> read = TradeNumber.parse(typed).flatMap(TradeNumber::exactly);
        if (read.isEmpty() || read.get().signum() <= 0 || read.get().compareTo(most) > 0) {
            refusals.add(Refusal.at(field, "recipe.figure_unreadable", typed.strip(), most.toPlainString()));
            return before;
        }
        return read.get();
    }

    private BigDecimal waste(RecipeLine line, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return line.wasted();
        }
        Optional<BigDecimal> read =
                TradeNumber.parse(typed.replace("%", "").replace("％", "")).flatMap(TradeNumber::exactly);
        if (read.isEmpty() || read.get().compareTo(HUNDRED) >= 0) {
            refusals.add(Refusal.at("waste-" + line.key(), "recipe.waste_unreadable", typed.strip()));
            return line.wasted();
        }
        return read.get().divide(HUNDRED);
    }

    private RecipeStage stage(RecipeStage stage, Map<String, String> typed) {
        String hours = typed.get(stage.key());
        if (stage.hours() == null || hours == null || hours.isBlank()) {
            return stage;
        }
        Optional<BigDecimal> read = TradeNumber.parse(hours).flatMap(TradeNumber::exactly);
        if (read.isEmpty() || read.get().compareTo(MOST_HOURS) > 0) {
            refusals.add(Refusal.at(
                    "hours-" + stage.key(), "recipe.figure_unreadable", hours.strip(), MOST_HOURS.toPlainString()));
            return stage;
        }
        return read.get().compareTo(stage.hours()) == 0
                ? stage
                : new RecipeStage(
                        stage.key(),
                        stage.name(),
                        stage.after(),
                        read.get(),
                        null,
                        stage.hold(),
                        stage.clock(),
                        Basis.CHANGED,
                        stage.note());
    }

    private Optional<RecipeLine> added(Recipe recipe, RecipeEdit.Added added, List<RecipeLine> lines) {
        int before = refusals.size();
        if (lines.size() >= MOST_LINES) {
            refusals.add(Refusal.at("addedItem", "recipe.too_many_lines", MOST_LINES));
        }
        String item = added.item().strip();
        Optional<Term> term = terms.called(item)
                .or(() -> terms.mentions(item).stream()
                        .map(mention -> mention.term())
                        .reduce((first, last) -> last));
        if (term.isEmpty()) {
            refusals.add(Refusal.at("addedItem", "recipe.item_unknown", item));
        }
        Optional<BigDecimal> amount = TradeNumber.parse(added.amount())
                .flatMap(TradeNumber::exactly)
                .filter(read -> read.signum() > 0 && read.compareTo(MOST) <= 0);
        if (amount.isEmpty()) {
            refusals.add(Refusal.at(
                    "addedAmount", "recipe.figure_unreadable", added.amount().strip(), MOST.toPlainString()));
        }
        Optional<Unit> unit = Unit.written(added.unit());
        if (unit.isEmpty()) {
            refusals.add(Refusal.at("addedUnit", "recipe.unit_missing"));
        }
        if (recipe.stages().stream().noneMatch(stage -> stage.key().equals(added.stage()))) {
            refusals.add(Refusal.at("addedStage", "recipe.stage_missing"));
        }
        if (refusals.size() > before) {
            return Optional.empty();
        }
        int number = 1;
        while (contains(lines, "added-" + number)) {
            number++;
        }
        return Optional.of(new RecipeLine(
                "added-" + number,
                term.orElseThrow().key(),
                new Bilingual(term.get().zh(), term.get().en()),
                null,
                added.stage(),
                RecipeLine.Kind.MATERIAL,
                Measure.EACH,
                amount.orElseThrow(),
                unit.orElseThrow().code(),
                null,
                null,
                null,
                null,
                null,
                null,
                Basis.CHANGED,
                null,
                List.of()));
    }

    private static boolean contains(List<RecipeLine> lines, String key) {
        return lines.stream().anyMatch(line -> line.key().equals(key));
    }
}
