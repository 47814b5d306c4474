package org.muster.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One deed.
 *
 * @param actor the person; empty for Muster itself
 * @param action the name of the event or of its step, such as {@code TermChanged} or {@code ListingPaused}
 * @param details what the event says, as JSON
 */
public record AuditEntry(
        long id,
        Instant at,
        Optional<UUID> actor,
        String actorName,
        Optional<UUID> organisation,
        String action,
        String subjectKind,
        UUID subject,
        String details) {}
