package org.muster.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;

/**
 * An exploded recipe as a page shows it, in one language.
 *
 * @param assumptions how many of its figures nobody has checked
 */
public record RecipeSheet(
        String key,
        String name,
        String about,
        int version,
        Quantity output,
        int parallel,
        List<Row> rows,
        List<StepRow> steps,
        int assumptions) {

    public RecipeSheet {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /**
     * @param more the same amount in other measures
     * @param editable the figure that a copy may change; what it is the page says by the measure
     */
    public record Row(
            String key,
            int tier,
            String name,
            RecipeLine.Kind kind,
            Measure measure,
            Quantity amount,
            List<Quantity> more,
            String stage,
            Basis basis,
            String note,
            String waste,
            String gsm,
            String editable,
            String unit,
            List<String> papers) {
        public Row {
            more = List.copyOf(more);
            papers = List.copyOf(papers);
        }

        public boolean assumed() {
            return basis == Basis.ASSUMED;
        }
    }

    /** @param computed whether it takes as long as a line needs, so that nobody types its hours */
    public record StepRow(
            String key,
            String name,
            String begins,
            String ends,
            String hours,
            boolean computed,
            boolean hold,
            boolean critical,
            RecipeStage.@Nullable Clock clock,
            Basis basis,
            String note) {
        public boolean assumed() {
            return basis == Basis.ASSUMED;
        }
    }

    public static RecipeSheet of(Exploded exploded, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (Exploded.Line line : exploded.lines()) {
            RecipeLine of = line.line();
            rows.add(new Row(
                    of.key(),
                    line.tier(),
                    of.name().in(locale),
                    of.kind(),
                    of.measure(),
                    shown(line.amount()),
                    line.amounts().stream().skip(1).map(RecipeSheet::shown).toList(),
                    stage(exploded, of.stage(), locale),
                    of.basis(),
                    text(of.note(), locale),
                    plain(of.wasted().movePointRight(2)),
                    of.gsm() == null ? "" : plain(of.gsm()),
                    plain(Editing.main(of)),
                    of.unit() == null ? "" : of.unit(),
                    of.papers() == null ? List.of() : of.papers()));
        }
        List<StepRow> steps = exploded.steps().stream()
                .map(step -> new StepRow(
                        step.stage().key(),
                        step.stage().name().in(locale),
                        plain(step.begins()),
                        plain(step.ends()),
                        plain(step.hours()),
                        step.stage().line() != null,
                        step.stage().hold(),
                        step.critical(),
                        step.stage().clock(),
                        step.stage().basis(),
                        text(step.stage().note(), locale)))
                .toList();
        int assumptions = (int) (rows.stream().filter(Row::assumed).count()
                + steps.stream().filter(StepRow::assumed).count());
        return new RecipeSheet(
                exploded.recipe().key(),
                exploded.recipe().name().in(locale),
                exploded.recipe().about().in(locale),
                exploded.recipe().version(),
                exploded.output(),
                exploded.parallel(),
                rows,
                steps,
                assumptions);
    }

    /** Three decimals of tonnes are kilograms; more is not shown. */
    private static Quantity shown(Quantity amount) {
        return amount.rounded(3);
    }

    private static String stage(Exploded exploded, String key, Locale locale) {
        return exploded.step(key).map(step -> step.stage().name().in(locale)).orElse(key);
    }

    private static String text(@Nullable Bilingual note, Locale locale) {
        return Optional.ofNullable(note).map(one -> one.in(locale)).orElse("");
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
