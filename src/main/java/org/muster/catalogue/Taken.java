package org.muster.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.TimeWindow;

/**
 * What of a listing is taken.
 *
 * @param stretches time in which nothing of it can be had any more, in any order; they may touch but not overlap
 * @param left of a lot, in base units; null where none is kept
 */
public record Taken(List<TimeWindow> stretches, @Nullable BigDecimal left) {

    static final Taken NOTHING = new Taken(List.of(), null);

    public Taken {
        stretches = List.copyOf(stretches);
    }

    boolean isSoldOut() {
        return left != null && left.signum() <= 0;
    }
}
