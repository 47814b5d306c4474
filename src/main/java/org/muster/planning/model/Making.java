package org.muster.planning.model;

/**
 * An offer that works during its stage instead of delivering from stock.
 *
 * @param units so many come out in {@code minutes}
 * @param setup minutes before the first unit
 * @param transport minutes from there to where the next stage works
 */
public record Making(int offer, long units, long minutes, long setup, long transport) {

    public Making {
        Require.positive(units, "units", "a making");
        Require.positive(minutes, "minutes", "a making");
        Require.notNegative(setup, "setup", "a making");
        Require.notNegative(transport, "transport", "a making");
    }

    /** What can be made in so many minutes, set-up and transport included. */
    public long madeWithin(long length) {
        long working = length - setup - transport;
        return working <= 0 ? 0 : Exact.floorOfProduct(units, working, minutes);
    }

    /** Minutes until so many are where they are needed next, set-up and transport included. */
    public long timeFor(long quantity) {
        return Math.addExact(setup + transport, Exact.ceilOfProduct(quantity, minutes, units));
    }
}
