package org.muster.challenge;

import java.util.List;
import java.util.Map;

/**
 * A claim as it is typed.
 *
 * @param price yuan for one of the challenge's unit
 * @param figures by the name of a limit
 * @param evidence ids of files that are kept
 */
public record ClaimDraft(
        String amount,
        String price,
        boolean taxIncluded,
        String delivery,
        String readyBy,
        String way,
        String listing,
        String certificates,
        String notes,
        Map<String, String> figures,
        List<String> evidence) {

    public ClaimDraft {
        figures = Map.copyOf(figures);
        evidence = List.copyOf(evidence);
    }

    public static ClaimDraft blank() {
        return new ClaimDraft("", "", true, "DELIVERED", "", "", "", "", "", Map.of(), List.of());
    }
}
