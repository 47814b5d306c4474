package org.muster.audit;

import java.util.List;

/**
 * The deeds asked for, the latest first.
 *
 * @param total how many there are; counting stops at {@link AuditTrail#COUNTED_AT_MOST}
 */
public record AuditPage(List<AuditEntry> entries, long total) {
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
