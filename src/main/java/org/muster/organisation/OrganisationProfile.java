package org.muster.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as one viewer may see it.
 *
 * @param contacts empty when the viewer may not see them
 * @param levelSince the day the standing level was granted
 */
public record OrganisationProfile(
        OrganisationCard card,
        String makes,
        List<SiteCard> sites,
        Optional<Contacts> contacts,
        Optional<LocalDate> levelSince,
        Instant knownSince,
        boolean viewerBelongs) {

    /** How to reach it. */
    public record Contacts(
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String creditCode) {}
}
