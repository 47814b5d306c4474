package org.muster.planning.model;

/**
 * What experience says of an offer.
 *
 * @param acceptance chance in basis points that its supplier says yes
 * @param leadTime minutes by which it is ready later than promised
 * @param transit minutes by which the way takes longer than promised, drawn for each arc
 * @param usable share of the quantity that turns out good, in basis points
 */
public record Reliability(int acceptance, Spread leadTime, Spread transit, Spread usable) {

    public static final int CERTAIN = 10_000;

    public static final Reliability PERFECT =
            new Reliability(CERTAIN, Spread.NONE, Spread.NONE, Spread.always(CERTAIN));

    public Reliability {
        Require.that(acceptance >= 0 && acceptance <= CERTAIN, "An acceptance of %d basis points", acceptance);
        Require.that(usable.least() >= 0 && usable.most() <= CERTAIN, "A share of %s basis points", usable);
    }
}
