package org.muster.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.emergency.Blocker;
import org.muster.shared.Quantity;

/**
 * One step of an ask.
 *
 * @param typedBy who typed it in from a call; empty when it came by the link or from the inbox
 * @param rung how often they were reminded by then
 */
public record AskEntry(
        Instant at,
        AskDeed deed,
        String who,
        String typedBy,
        String note,
        List<Blocker> conditions,
        Optional<Quantity> amount,
        Optional<LocalDate> day,
        Optional<Integer> rung) {

    public AskEntry {
        conditions = List.copyOf(conditions);
    }

    /** Something only said. */
    static AskEntry of(AskDeed deed, String who, String note, Instant at) {
        return new AskEntry(at, deed, who, "", note, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
