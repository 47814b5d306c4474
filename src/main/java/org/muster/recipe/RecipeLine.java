package org.muster.recipe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Unit;

/**
 * One resource that a recipe takes.
 *
 * @param term the key of its term
 * @param under the key of the line it is for; blank where it is for the output itself
 * @param stage the key of the stage before which it has to be there
 * @param kind of which sort of listing it is had
 * @param figure the amount for one; how many a pack holds; what a line makes a day
 * @param unit what the amount is counted in
 * @param per in which unit what it is for is counted; null for its own
 * @param widthMm of roll goods
 * @param lengthMm cut off for one, of roll goods and cords
 * @param gsm grams a square metre, of roll goods
 * @param gramPerMetre of cords and wires
 * @param waste what is lost on the way, 0.05 for five in a hundred
 * @param papers what its supplier has to show
 */
public record RecipeLine(
        String key,
        String term,
        Bilingual name,
        @Nullable String under,
        String stage,
        Kind kind,
        Measure measure,
        @Nullable BigDecimal figure,
        @Nullable String unit,
        @Nullable String per,
        @Nullable BigDecimal widthMm,
        @Nullable BigDecimal lengthMm,
        @Nullable BigDecimal gsm,
        @Nullable BigDecimal gramPerMetre,
        @Nullable BigDecimal waste,
        Basis basis,
        @Nullable Bilingual note,
        @Nullable List<String> papers) {

    /** Of which sort of supply it is. */
    public enum Kind {
        LINE,
        EQUIPMENT,
        MATERIAL,
        STOCK,
        SERVICE,
        CREW,
        ROOM
    }

    public RecipeLine {
        papers = papers == null ? List.of() : List.copyOf(papers);
        boolean whole = switch (measure) {
            case SHEET -> widthMm != null && lengthMm != null && gsm != null;
            case STRAND -> lengthMm != null && gramPerMetre != null;
            case EACH, PACK, PER_LINE, ONCE -> figure != null && unit != null;
            case LINE_TIME -> figure != null;
        };
        if (!whole) {
            throw new IllegalArgumentException("A line of a recipe lacks a figure: " + key);
        }
        if (isNothing(figure)
                || isNothing(widthMm)
                || isNothing(lengthMm)
                || isNothing(gsm)
                || isNothing(gramPerMetre)) {
            throw new IllegalArgumentException("Figures of a recipe are positive: " + key);
        }
        if (waste != null && (waste.signum() < 0 || waste.compareTo(BigDecimal.ONE) >= 0)) {
            throw new IllegalArgumentException("Waste is a part of what is used: " + key);
        }
        if (unit != null) {
            Unit.of(unit);
        }
    }

    private static boolean isNothing(@Nullable BigDecimal figure) {
        return figure != null && figure.signum() <= 0;
    }

    public BigDecimal wasted() {
        return waste == null ? BigDecimal.ZERO : waste;
    }

    public boolean forOutput() {
        return under == null || under.isEmpty();
    }
}
