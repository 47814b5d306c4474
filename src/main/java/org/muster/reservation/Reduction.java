package org.muster.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * What becomes of a claim of which some is given back. Nothing but arithmetic.
 *
 * @param claim what it says afterwards
 * @param remaining cells that take less from now on, as they are afterwards
 * @param gone cells that take nothing any more
 * @param entries what the history says of each cell that changed
 * @param givenBack what balances get back
 * @param refusals why it cannot be; then nothing else is said
 */
record Reduction(
        Claim claim,
        List<Cell> remaining,
        List<Cell> gone,
        List<Cell> entries,
        List<Cell> givenBack,
        List<Refusal> refusals) {

    /** @param cells all that the claim takes now */
    static Reduction of(Claim claim, Smaller smaller, List<Cell> cells) {
        if (claim instanceof Claim.Time time && smaller instanceof Smaller.Within within) {
            return time(time, within, cells);
        }
        Quantity now = ClaimText.of(claim).quantity();
        if (now != null && smaller instanceof Smaller.To to) {
            return amount(claim, now, to.quantity(), cells);
        }
        return refused(claim, Refusal.of(now == null ? "reservation.sold_by_time" : "reservation.sold_by_amount"));
    }

    private static Reduction time(Claim.Time claim, Smaller.Within within, List<Cell> cells) {
        if (!claim.during().contains(within.during())) {
            return refused(claim, Refusal.at("during", "reservation.not_within"));
        }
        if (claim.during().equals(within.during())) {
            return refused(claim, Refusal.at("during", "reservation.not_smaller"));
        }
        List<Cell> less = cells.stream()
                .map(cell -> new Cell(
                        cell.hold(),
                        cell.claim(),
                        cell.listing(),
                        cell.sells(),
                        cell.until(),
                        within.during(),
                        null,
                        null))
                .toList();
        return new Reduction(
                new Claim.Time(claim.listing(), within.during()), less, List.of(), less, List.of(), List.of());
    }

    private static Reduction amount(Claim claim, Quantity now, Quantity less, List<Cell> cells) {
        List<Refusal> wrong = RequestRules.amount("quantity", less);
        if (!wrong.isEmpty()) {
            return refused(claim, wrong.get(0));
        }
        if (!less.unit().dimension().equals(now.unit().dimension())) {
            return refused(claim, Refusal.at("quantity", "reservation.other_dimension", now.unit()));
        }
        if (less.isAtLeast(now)) {
            return refused(claim, Refusal.at("quantity", "reservation.not_smaller"));
        }
        // A claim keeps the unit it was made in, so that its columns stay one quantity.
        Quantity said = less.exactlyIn(now.unit())
                .filter(same -> same.amount().scale() <= Amounts.MOST_DECIMALS)
                .orElse(null);
        if (said == null) {
            return refused(claim, Refusal.at("quantity", "reservation.other_dimension", now.unit()));
        }
        BigDecimal over = now.inBase().subtract(said.inBase());
        List<Cell> remaining = new ArrayList<>();
        List<Cell> gone = new ArrayList<>();
        List<Cell> entries = new ArrayList<>();
        List<Cell> givenBack = new ArrayList<>();
        List<Cell> latestFirst = cells.stream()
                .sorted(Comparator.comparing((Cell cell) -> dayOf(cell.day())).reversed())
                .toList();
        for (Cell cell : latestFirst) {
            BigDecimal amount = cell.amount();
            if (amount == null || over.signum() == 0) {
                continue;
            }
            BigDecimal part = amount.min(over);
            over = over.subtract(part);
            boolean all = part.compareTo(amount) == 0;
            if (all) {
                gone.add(cell);
            } else {
                remaining.add(taking(cell, amount.subtract(part), cell.until()));
            }
            entries.add(taking(cell, part.negate(), all ? null : cell.until()));
            givenBack.add(taking(cell, part, cell.until()));
        }
        Claim after = claim instanceof Claim.Rate rate
                ? new Claim.Rate(rate.listing(), said, rate.during())
                : new Claim.Amount(claim.listing(), said);
        return new Reduction(after, remaining, gone, entries, givenBack, List.of());
    }

    private static Cell taking(Cell cell, BigDecimal amount, @Nullable Instant until) {
        return new Cell(
                cell.hold(), cell.claim(), cell.listing(), cell.sells(), until, cell.during(), cell.day(), amount);
    }

    private static LocalDate dayOf(@Nullable LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    private static Reduction refused(Claim claim, Refusal reason) {
        return new Reduction(claim, List.of(), List.of(), List.of(), List.of(), List.of(reason));
    }
}
