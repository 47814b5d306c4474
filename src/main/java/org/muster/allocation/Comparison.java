package org.muster.allocation;

import java.util.List;
import java.util.Optional;
import org.muster.planning.model.OverrideEffect;
import org.muster.recipe.Bilingual;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/**
 * What a plan has otherwise than the one before it.
 *
 * @param cost yuan ticks that it costs more, below zero for less; of goods and charges, without what stays unmet
 * @param override where a priority was changed: what it takes from others
 */
public record Comparison(
        List<OutputChange> outputs,
        List<LegChange> legs,
        long cost,
        long movedUnits,
        Optional<OverrideEffect> override) {

    public Comparison {
        outputs = List.copyOf(outputs);
        legs = List.copyOf(legs);
    }

    /** What a demand reaches. */
    public record OutputChange(String demand, Bilingual name, String area, Quantity before, Quantity after) {}

    /** What is taken of a listing for a requirement, in the requirement's unit; nothing where it is not taken. */
    public record LegChange(
            ListingId listing,
            String title,
            String supplier,
            String requirement,
            Bilingual requirementName,
            Quantity before,
            Quantity after) {}
}
