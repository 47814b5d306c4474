package org.muster.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Dimension;

/**
 * In what measure a listing is had. One policy: here in Java, and once beside it in SQL as {@code listing.sells}, which the ledger's rows
 * refer to.
 *
 * <ul>
 *   <li>finance and know-how: nothing; whoever wants them asks;
 *   <li>crews: exclusive time, however many people;
 *   <li>material and finished stock: an amount of what is on hand, if a figure was given at all;
 *   <li>machines, sold or rented: pieces of those on hand, back when given back; a machine without a figure is one machine, had by time;
 *   <li>lines and services for hire, or without a figure: exclusive time;
 *   <li>other lines and services with a figure (loads a day, samples a day, vehicles a day): so much of each day's output.
 * </ul>
 */
public enum Sale {
    TIME,
    RATE,
    LOT,
    NOTHING;

    /**
     * @param service null for what is no service, or does not say which
     * @param dimension of the quantity given, null when there was none
     */
    public static Sale of(
            ListingState state,
            ListingKind kind,
            @Nullable ServiceType service,
            SupplyMode mode,
            @Nullable Dimension dimension) {
        boolean figure = dimension != null;
        if (state == ListingState.WITHDRAWN || service == ServiceType.FINANCE || service == ServiceType.KNOW_HOW) {
            return NOTHING;
        }
        if (service == ServiceType.CREW) {
            return TIME;
        }
        if (kind == ListingKind.MATERIAL || kind == ListingKind.FINISHED_STOCK || mode == SupplyMode.FINISHED_STOCK) {
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
