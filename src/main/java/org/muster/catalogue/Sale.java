package org.muster.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Dimension;

/**
 * In what measure a listing is had. One policy: here in Java, and once beside it in SQL as {@code listing.sells}, which the ledger's rows
 * refer to.
 *
 * <ul>
 *   <li>material and finished stock: an amount of what is on hand, if a figure was given at all;
 *   <li>machines: pieces of those on hand; a machine without a figure is one machine, had by time;
 *   <li>lines, crews and services for hire, or without a figure: exclusive time;
 *   <li>other lines and services with a figure: so much of each day's output.
 * </ul>
 */
public enum Sale {
    TIME,
    RATE,
    LOT,
    NOTHING;

    /** @param dimension of the quantity given, null when there was none */
    public static Sale of(ListingState state, ListingKind kind, SupplyMode mode, @Nullable Dimension dimension) {
        boolean figure = dimension != null;
        if (state == ListingState.WITHDRAWN) {
            return NOTHING;
        }
        if (kind == ListingKind.MATERIAL || mode == SupplyMode.FINISHED_STOCK) {
            return figure ? LOT : NOTHING;
        }
        if (kind == ListingKind.EQUIPMENT) {
            return figure ? LOT : TIME;
        }
        return mode == SupplyMode.LINE_FOR_HIRE || !figure ? TIME : RATE;
    }

    /** As it is written in {@code listing.sells}. */
    String written(@Nullable Dimension dimension) {
        return switch (this) {
            case TIME, NOTHING -> name();
            case RATE, LOT ->
                name() + " "
                        + Optional.ofNullable(dimension).map(Dimension::name).orElseThrow();
        };
    }

    static Sale read(String written) {
        int blank = written.indexOf(' ');
        return valueOf(blank < 0 ? written : written.substring(0, blank));
    }
}
