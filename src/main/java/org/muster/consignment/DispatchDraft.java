package org.muster.consignment;

/**
 * A consignment as somebody typed it.
 *
 * @param key the same when it is sent once more
 * @param departed when it left; blank as long as it has not
 * @param caller who at the supplier said so, where the desk types it in
 */
public record DispatchDraft(
        String key,
        String amount,
        String vehicle,
        String driver,
        String driverMobile,
        String from,
        String departure,
        String arrival,
        String departed,
        String caller) {}
