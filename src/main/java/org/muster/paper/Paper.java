package org.muster.paper;

import java.time.Instant;
import java.util.Optional;

/** A paper that was issued, for those who issue papers. */
public record Paper(
        PaperCode code,
        PaperKind kind,
        Consignment consignment,
        String issuedBy,
        Instant issuedAt,
        Optional<Instant> voidAt,
        Optional<String> voidReason) {

    public boolean stands() {
        return voidAt.isEmpty();
    }
}
