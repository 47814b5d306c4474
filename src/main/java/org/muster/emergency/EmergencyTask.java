package org.muster.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What keeps a maker from delivering, owned by somebody until a moment. */
public record EmergencyTask(
        UUID id,
        String organisation,
        Blocker blocker,
        String note,
        String owner,
        Instant dueAt,
        Optional<Instant> doneAt,
        Optional<String> doneBy) {}
