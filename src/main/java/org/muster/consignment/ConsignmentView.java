package org.muster.consignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.ask.AskView;
import org.muster.shared.Quantity;

/**
 * A consignment as the desk and its supplier read it.
 *
 * @param ask the leg it carries out
 * @param expectedArrival as it is expected now
 * @param delayReason why later than planned; empty where it is not
 */
public record ConsignmentView(
        UUID id,
        String number,
        AskView ask,
        String item,
        Quantity quantity,
        String vehicle,
        String driver,
        String driverMobile,
        String from,
        String toPlace,
        Instant plannedDeparture,
        Instant plannedArrival,
        Instant expectedArrival,
        String delayReason,
        Optional<Instant> departed,
        Optional<Instant> arrived,
        Optional<Quantity> accepted,
        Optional<Quantity> rejected,
        ConsignmentState state,
        List<Batch> batches,
        List<ConsignmentEntry> history,
        List<IssuedPaper> papers) {

    public ConsignmentView {
        batches = List.copyOf(batches);
        history = List.copyOf(history);
        papers = List.copyOf(papers);
    }

    /** Whether it is not where it should be by now, or will not be there when it is needed. */
    public boolean late(Instant now) {
        return state.isAway()
                && (expectedArrival.isAfter(ask.neededBy())
                        || now.isAfter(expectedArrival)
                        || state == ConsignmentState.COMMITTED && now.isAfter(plannedDeparture));
    }
}
