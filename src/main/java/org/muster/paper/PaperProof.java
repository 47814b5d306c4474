package org.muster.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What anybody is told of a paper whose code they hold: enough to compare it with the one in their hand, too little to write one or to ring anybody
 * up.
 *
 * @param vehicle with its middle hidden
 * @param mobile of the driver, with its middle hidden
 */
public record PaperProof(
        PaperCode code,
        PaperKind kind,
        Standing standing,
        String from,
        String to,
        List<String> items,
        String vehicle,
        String driver,
        String mobile,
        String authority,
        String document,
        LocalDate validUntil,
        Instant issuedAt) {

    /** Whether it is good today. */
    public enum Standing {
        GENUINE,
        EXPIRED,
        VOID
    }

    public PaperProof {
        items = List.copyOf(items);
    }

    static PaperProof of(Paper paper, LocalDate today) {
        Consignment consignment = paper.consignment();
        return new PaperProof(
                paper.code(),
                paper.kind(),
                !paper.stands()
                        ? Standing.VOID
                        : today.isAfter(consignment.validUntil()) ? Standing.EXPIRED : Standing.GENUINE,
                consignment.from().name(),
                consignment.to().name(),
                consignment.items().stream()
                        .map(item -> item.name() + " · " + item.quantity())
                        .toList(),
                hidden(consignment.vehicle(), 2, 2),
                hidden(consignment.driver(), 1, 0),
                hidden(consignment.driverMobile(), 3, 4),
                consignment.authority(),
                consignment.document(),
                consignment.validUntil(),
                paper.issuedAt());
    }

    /** The first and the last letters, and stars for those between, at least two of them. */
    static String hidden(String text, int first, int last) {
        if (text.isEmpty()) {
            return "";
        }
        int stars = Math.max(2, text.length() - first - last);
        int end = text.length() > first + last ? last : 0;
        return text.substring(0, Math.min(first, text.length()))
                + "*".repeat(stars)
                + text.substring(text.length() - end);
    }
}
