package org.muster.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.allocation.LegalBasis;
import org.muster.emergency.EmergencyId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * An ask as the office and the supplier read it.
 *
 * @param authority who ordered the emergency, by which document
 * @param callBack the office's number
 * @param mobile the supplier's; empty where none is known
 * @param token of the answer link
 * @param quantity what is wanted now: a counter may have made it smaller
 * @param confirms whether whoever answers by the link has to know the last digits of the registered mobile
 * @param answerable whether the supplier may answer at this moment
 */
public record AskView(
        UUID id,
        EmergencyId emergency,
        String emergencyName,
        String authority,
        String document,
        String callBackName,
        String callBack,
        OrganisationId organisation,
        String organisationName,
        Optional<String> mobile,
        String title,
        String thingZh,
        String thingEn,
        Optional<Quantity> quantity,
        Optional<TimeWindow> window,
        String place,
        Instant neededBy,
        Optional<Price> price,
        LegalBasis basis,
        String basisAuthority,
        String basisDocument,
        String askedBy,
        Instant askedAt,
        Instant answerBy,
        Instant holdUntil,
        AskState state,
        int reminders,
        String token,
        boolean confirms,
        boolean answerable,
        List<AskEntry> history) {

    public AskView {
        history = List.copyOf(history);
    }

    /** What the supplier said first, if it has answered. */
    public Optional<AskEntry> said() {
        return history.stream()
                .filter(one -> one.deed() == AskDeed.ACCEPTED
                        || one.deed() == AskDeed.ACCEPTED_IF
                        || one.deed() == AskDeed.COUNTERED
                        || one.deed() == AskDeed.DECLINED)
                .findFirst();
    }
}
