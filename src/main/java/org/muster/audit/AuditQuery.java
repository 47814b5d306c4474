package org.muster.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What to look for; an empty part asks for nothing.
 *
 * @param actor how the actor's name begins
 * @param from from this moment on
 * @param to before this moment
 * @param page the first one is 1
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subjectKind,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> to,
        int page,
        int size) {

    public AuditQuery {
        if (page < 1 || size < 1 || size > 500) {
            throw new IllegalArgumentException("No page " + page + " of " + size);
        }
    }
}
