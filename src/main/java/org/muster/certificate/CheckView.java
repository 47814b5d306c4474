package org.muster.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check of a certificate.
 *
 * @param ofThis whether it speaks of what the certificate says now, or of what it said before it was changed
 * @param delegatedArea the place code of the area by which a liaison checked; null for an operator
 * @param documentSha256 of the document that was looked at; null when there was none
 */
public record CheckView(
        CheckVerdict verdict,
        String proof,
        String by,
        Instant at,
        boolean ofThis,
        @Nullable String delegatedArea,
        @Nullable String documentSha256) {}
