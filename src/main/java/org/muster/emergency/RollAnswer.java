package org.muster.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.Quantity;

/** @param typedBy who typed it in from a call; empty when it came by the link */
public record RollAnswer(
        LocalDate day,
        Running running,
        Optional<Quantity> stock,
        Optional<Quantity> output,
        Optional<Integer> materialDays,
        Set<Blocker> missing,
        String note,
        String answeredBy,
        Optional<String> typedBy,
        Instant at) {

    public RollAnswer {
        missing = Set.copyOf(missing);
    }
}
