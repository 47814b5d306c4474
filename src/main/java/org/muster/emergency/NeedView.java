package org.muster.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.Quantity;

/**
 * One need as its coordinators see it.
 *
 * @param written the row as it stood
 * @param itemKey the key of its term; empty when none is known
 * @param amount empty where nobody said how much
 */
public record NeedView(
        UUID id,
        UUID intake,
        int row,
        String written,
        String institution,
        String placeWritten,
        Optional<String> placeCode,
        String itemWritten,
        Optional<String> itemKey,
        List<String> alternatives,
        String specification,
        List<String> standards,
        Optional<Quantity> amount,
        Optional<LocalDate> neededOn,
        Optional<Integer> staff,
        Optional<Integer> days,
        String contactName,
        String contactMobile,
        NeedState state,
        Optional<UUID> mergedInto,
        Optional<String> judgedBy,
        Optional<String> reason,
        List<NeedFinding> findings) {

    public NeedView {
        alternatives = List.copyOf(alternatives);
        standards = List.copyOf(standards);
        findings = List.copyOf(findings);
    }

    /** The need that it seems to repeat. */
    public Optional<UUID> repeated() {
        return findings.stream().flatMap(finding -> finding.other().stream()).findFirst();
    }
}
