package org.muster.planning.model;

/**
 * What a listing can give in a window that the ledger shows as free.
 *
 * @param supplier position of its supplier
 * @param capacity the most it gives in all
 * @param minimum the least order it accepts
 * @param multiple orders come in multiples of this, at least 1
 * @param allOrNothing an order is for the whole capacity
 * @param fixedCharge ticks paid once when it is used (changeover, set-up)
 */
public record Offer(
        String id, int supplier, long capacity, long minimum, long multiple, boolean allOrNothing, long fixedCharge) {

    public Offer {
        Require.notNegative(capacity, "capacity", id);
        Require.notNegative(minimum, "minimum", id);
        Require.positive(multiple, "multiple", id);
        Require.notNegative(fixedCharge, "fixedCharge", id);
    }

    /** The greatest order this offer accepts that is not above {@code wish}; zero when there is none. */
    public long greatestOrderUpTo(long wish) {
        if (allOrNothing) {
            return wish >= capacity && accepts(capacity) ? capacity : 0;
        }
        long order = Math.min(wish, capacity) / multiple * multiple;
        return order >= minimum ? order : 0;
    }

    /** The least order this offer accepts that is not below {@code wish}, or -1 when there is none; a wish of nothing is no order. */
    public long leastOrderFrom(long wish) {
        if (wish == 0) {
            return 0;
        }
        if (allOrNothing) {
            return wish <= capacity && accepts(capacity) ? capacity : -1;
        }
        long least = Math.max(wish, minimum);
        long lots = least / multiple + (least % multiple == 0 ? 0 : 1);
        return lots > capacity / multiple ? -1 : lots * multiple;
    }

    /** Whether an order of this quantity keeps capacity, minimum, multiple and all-or-nothing; nothing is always fine. */
    public boolean accepts(long order) {
        return order == 0
                || order <= capacity
                        && order >= minimum
                        && order % multiple == 0
                        && (!allOrNothing || order == capacity);
    }
}
