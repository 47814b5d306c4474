package org.muster.reservation;

import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** What somebody wants of one listing. Which of these can be had of it is said by {@code catalogue.Sale}. */
public sealed interface Claim {

    ListingId listing();

    /** A line, crew or machine for oneself, all of this time. */
    record Time(ListingId listing, TimeWindow during) implements Claim {}

    /** So much of what is on hand: material, stock, pieces. */
    record Amount(ListingId listing, Quantity quantity) implements Claim {}

    /** So much of a line's output within whole days of its site; the earliest days are used first. */
    record Rate(ListingId listing, Quantity quantity, TimeWindow during) implements Claim {}
}
