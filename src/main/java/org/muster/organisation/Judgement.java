package org.muster.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator's decision on an organisation.
 *
 * @param verdict null when the operator chose none
 * @param request the request the operator saw open, so that nobody decides what another has decided meanwhile
 */
public record Judgement(
        @Nullable Verdict verdict, String reason, Optional<LocalDate> validUntil, Optional<UUID> request) {}
