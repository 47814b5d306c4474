package org.muster.reservation;

import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** What remains of a claim after some of it was given back. */
public sealed interface Smaller {

    /** Of an amount or rate; of a rate the latest days are given back first. */
    record To(Quantity quantity) implements Smaller {}

    /** Of exclusive time. */
    record Within(TimeWindow during) implements Smaller {}
}
