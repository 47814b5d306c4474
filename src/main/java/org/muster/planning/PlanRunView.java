package org.muster.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.Profile;

/**
 * How far a plan is, as a page shows it.
 *
 * @param figures of the best plan so far; null as long as there is none
 * @param doubts what the ledger had too little of; empty unless overtaken
 * @param incident the number under which the log tells why it failed; null unless it did
 */
public record PlanRunView(
        PlanRunId id,
        UUID subject,
        PlanRunState state,
        Profile profile,
        long seed,
        String begunBy,
        Instant begunAt,
        @Nullable Instant finishedAt,
        @Nullable Figures figures,
        List<Doubt> doubts,
        @Nullable String incident,
        boolean mayCancel) {

    public PlanRunView {
        doubts = List.copyOf(doubts);
    }

    /**
     * @param cost ticks
     * @param bound ticks; no plan costs less
     * @param unavoidable ticks of shortage that no plan avoids
     */
    public record Figures(long cost, long bound, long unavoidable) {

        /** (cost − bound) ÷ (cost − unavoidable), four decimals, rounded up: nothing is said to be nearer than it is. */
        public BigDecimal netGap() {
            long avoidable = Math.max(1, cost - unavoidable);
            return cost == bound
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(cost)
                            .subtract(BigDecimal.valueOf(bound))
                            .divide(BigDecimal.valueOf(avoidable), 4, RoundingMode.UP);
        }

        public boolean optimal() {
            return cost == bound;
        }
    }

    public Optional<Figures> best() {
        return Optional.ofNullable(figures);
    }
}
