package org.muster.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.recipe.Bilingual;
import org.muster.shared.Quantity;

/**
 * A leg of the plan in force and what has become of it.
 *
 * @param arc position of its arc in the plan's order
 * @param requirement position of what it is for
 * @param supplierEn blank where it has no name in English
 * @param from the place code it comes from, and {@code to} the one it is for
 * @param quantity as its supplier counts it
 * @param planned when it is there by the plan, or by the day its supplier said instead
 * @param expected when the last of it is there as things stand
 * @param ask empty where nobody was asked for it
 * @param supplies what is promised of it, and what of that was accepted; the first to come first
 */
public record CarriedLeg(
        int arc,
        int requirement,
        Bilingual requirementName,
        String supplier,
        String supplierEn,
        String from,
        String to,
        Quantity quantity,
        Instant planned,
        Instant expected,
        Instant neededBy,
        LegState state,
        boolean late,
        Optional<UUID> ask,
        List<Supply> supplies) {

    public CarriedLeg {
        supplies = List.copyOf(supplies);
    }

    /**
     * Some of it, promised.
     *
     * @param at when it came, or is expected
     * @param units in the order's units
     * @param accepted whether it is there and good
     */
    public record Supply(Instant at, long units, boolean accepted) {}
}
