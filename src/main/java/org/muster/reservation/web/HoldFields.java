package org.muster.reservation.web;

import java.util.List;
import org.muster.shared.Refusal;
import org.muster.shell.NotFound;

/** Refusals of the ledger at the fields of a page's form. */
final class HoldFields {

    private static final List<String> GONE = List.of("reservation.not_found", "reservation.listing_not_found");

    private HoldFields() {}

    /** What is not there, or not for one's eyes, is the same 404 page. */
    static List<Refusal> shown(List<Refusal> reasons) {
        return at(reasons, "");
    }

    /** @param field which the first claim is typed in */
    static List<Refusal> at(List<Refusal> reasons, String field) {
        if (reasons.stream().anyMatch(reason -> GONE.contains(reason.key()))) {
            throw new NotFound();
        }
        return reasons.stream()
                .map(reason ->
                        reason.field().startsWith("claims") ? new Refusal(field, reason.key(), reason.args()) : reason)
                .toList();
    }
}
