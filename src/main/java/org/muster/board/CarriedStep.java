package org.muster.board;

import java.time.Instant;
import java.util.Optional;
import org.muster.planning.model.Task;
import org.muster.recipe.Bilingual;

/**
 * Something of the plan in force that takes time.
 *
 * @param stage the name of its stage
 * @param leg empty for waiting for answers, and for regulated rest
 * @param ends by the plan
 * @param expected as things stand; the same as {@code ends} where nothing is known to be later
 * @param critical whether all of it is later when this is
 */
public record CarriedStep(
        Task.Kind kind,
        Bilingual stage,
        Optional<CarriedLeg> leg,
        Instant begins,
        Instant ends,
        Instant expected,
        boolean critical,
        boolean over,
        boolean late) {}
