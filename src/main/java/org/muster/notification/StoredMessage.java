package org.muster.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was written.
 *
 * @param link the path on this site that it leads to
 */
public record StoredMessage(
        UUID id,
        String toName,
        Way way,
        String address,
        String subjectZh,
        String subjectEn,
        String bodyZh,
        String bodyEn,
        @Nullable String link,
        Instant createdAt) {}
