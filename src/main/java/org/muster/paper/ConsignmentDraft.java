package org.muster.paper;

import java.util.List;

/** A consignment as it is typed. */
public record ConsignmentDraft(
        String kind,
        Party from,
        Party to,
        List<Item> items,
        String vehicle,
        String driver,
        String driverMobile,
        String authority,
        String document,
        String leaves,
        String validUntil) {

    public static final int ROWS = 5;

    public ConsignmentDraft {
        items = List.copyOf(items);
    }

    public record Party(String name, String place, String contact, String mobile) {}

    public record Item(String name, String quantity, String batch, String lot, String expiry) {
        boolean isBlank() {
            return (name + quantity + batch + lot + expiry).isBlank();
        }
    }
}
