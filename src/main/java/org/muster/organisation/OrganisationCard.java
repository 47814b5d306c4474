package org.muster.organisation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;

/**
 * What everybody may know of an organisation.
 *
 * @param level the level that stands today; a lapsed check counts as registered only
 * @param verifiedUntil last day of the check that stands
 * @param source the list a provisional organisation is known from
 */
public record OrganisationCard(
        OrganisationId id,
        String name,
        @Nullable String nameEn,
        boolean provisional,
        VerificationLevel level,
        Optional<LocalDate> verifiedUntil,
        @Nullable String divisionCode,
        String placeCode,
        @Nullable String source,
        @Nullable LocalDate sourceDate) {}
