package org.muster.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingView;

/** A listing with everything about it in the words of the page. */
public record ListingPage(
        ListingView listing,
        String title,
        @Nullable String otherTitle,
        String otherLanguage,
        String description,
        String division,
        String mode,
        String included,
        String materialDays,
        String hours,
        String place,
        String organisationName,
        boolean exact,
        String freeWeek,
        String audience,
        List<Specification> specification,
        @Nullable String mobile,
        @Nullable String email,
        String contactNote) {

    /** A line of the specification table. */
    public record Specification(String key, String value) {}

    public boolean line() {
        return listing.kind() == ListingKind.PRODUCTION_LINE;
    }
}
