package org.muster.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes from one place to another, by which vehicle and on whose word: all that a paper is printed from.
 *
 * @param authority on whose word it goes
 * @param document the number of its document
 * @param vehicle the number plate; empty where it is not known yet
 * @param leaves the day it leaves
 * @param validUntil the last day the paper is good for
 */
public record Consignment(
        Party from,
        Party to,
        List<Item> items,
        String vehicle,
        String driver,
        String driverMobile,
        String authority,
        String document,
        LocalDate leaves,
        LocalDate validUntil) {

    public Consignment {
        items = List.copyOf(items);
    }

    /** @param name of the organisation */
    public record Party(String name, String place, String contact, String mobile) {}

    /**
     * @param quantity with its unit, as it is printed
     * @param batch empty where there is none
     * @param lot of sterilisation; empty where there is none
     */
    public record Item(
            String name,
            String quantity,
            String batch,
            String lot,
            @Nullable LocalDate expiry) {}
}
