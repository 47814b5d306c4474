package org.muster.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;

/** What a line makes in a day when its supplier gave rates but no total: as much as its slowest operation lets through. */
public final class DailyOutput {

    private static final BigDecimal ROUND_THE_CLOCK = BigDecimal.valueOf(24);
    private static final int STORED_DECIMALS = 6;

    private DailyOutput() {}

    /** Nothing when no operation has a rate, or when they count different things. */
    public static Optional<Quantity> of(List<Operation> operations, @Nullable BigDecimal hoursPerDay) {
        BigDecimal hours = hoursPerDay == null ? ROUND_THE_CLOCK : hoursPerDay;
        List<Quantity> daily = operations.stream()
                .flatMap(operation -> operation.statedRate().stream())
                .map(rate -> rate.inADayOf(hours))
                .toList();
        if (daily.stream()
                        .map(quantity -> quantity.unit().dimension())
                        .distinct()
                        .count()
                != 1) {
            return Optional.empty();
        }
        // Rounded down: a derived figure promises no more than the line does.
        return daily.stream()
                .min(Comparator.comparing(Quantity::inBase))
                .map(least -> new Quantity(least.amount().setScale(STORED_DECIMALS, RoundingMode.DOWN), least.unit()))
                .filter(least -> least.amount().signum() > 0);
    }
}
