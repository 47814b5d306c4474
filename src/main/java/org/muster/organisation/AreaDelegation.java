package org.muster.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An area that a liaison asked for, or has.
 *
 * @param office the bureau, park or association the liaison speaks for
 * @param grantedAt empty as long as no operator has decided
 */
public record AreaDelegation(
        UUID id, String personName, String placeCode, String office, Instant askedAt, Optional<Instant> grantedAt) {}
