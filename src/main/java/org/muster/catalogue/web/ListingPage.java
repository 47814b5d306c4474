package org.muster.catalogue.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.ListingView;
import org.muster.certificate.ShownCertificate;
import org.muster.shared.Quantity;

/**
 * A listing with everything about it in the words of the page.
 *
 * @param kept whether it is in the viewer's shortlist
 * @param ledger null for visitors who are not signed in
 * @param certificates of the supplier, those that speak for what it offers; null while the supplier stays unnamed, since a number names its holder
 */
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
        String contactNote,
        @Nullable Ledger ledger,
        boolean kept,
        @Nullable List<ShownCertificate> certificates) {

    /**
     * What is given away of it, without saying to whom; visitors get none of this.
     *
     * @param open whether it can be held from here
     */
    public record Ledger(
            boolean open,
            boolean free,
            @Nullable Quantity left,
            @Nullable Instant heldUntil,
            List<Taken> taken) {}

    /**
     * Some time, or some of a day's output, that is given away.
     *
     * @param during in words
     * @param until null for what is committed
     */
    public record Taken(
            String during,
            @Nullable Quantity quantity,
            @Nullable Instant until) {}

    /** A line of the specification table. */
    public record Specification(String key, String value) {}

    /** Published, and its supplier has been silent for so long that it is not given away. */
    public boolean silent() {
        return listing.state() == ListingState.PUBLISHED && !listing.hearing().isHeard();
    }

    public String confirmUrl() {
        return "/my/listings/" + listing.id() + "/confirm";
    }

    public boolean line() {
        return listing.kind() == ListingKind.PRODUCTION_LINE;
    }
}
