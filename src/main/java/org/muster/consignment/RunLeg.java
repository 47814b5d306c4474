package org.muster.consignment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.ask.Promise;
import org.muster.shared.Quantity;

/**
 * A promised leg with what is sent for it.
 *
 * @param left of what was promised, how much nobody has sent yet; empty where time was promised
 */
public record RunLeg(Promise promise, Optional<Quantity> left, List<ConsignmentView> consignments) {

    static final Comparator<RunLeg> BY_NEED =
            Comparator.comparing((RunLeg leg) -> leg.promise().ask().neededBy());

    public RunLeg {
        consignments = List.copyOf(consignments);
    }

    /** Whether one of its consignments is late, or what is left of it is past its time. */
    public boolean late(Instant now) {
        return consignments.stream().anyMatch(one -> one.late(now))
                || promise.stands()
                        && now.isAfter(promise.ask().neededBy())
                        && left.filter(one -> one.amount().signum() > 0).isPresent();
    }

    /** Whether more may be sent for it. */
    public boolean open() {
        return promise.stands() && left.filter(one -> one.amount().signum() > 0).isPresent();
    }
}
