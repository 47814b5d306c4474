package org.muster.catalogue.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.ServiceType;
import org.muster.certificate.ShownCertificate;
import org.muster.shared.Quantity;
import org.muster.shell.Language;

/**
 * A listing with everything about it in the words of the page.
 *
 * @param kept whether it is in the viewer's shortlist
 * @param particulars what only its kind says
 * @param conversion null for what is no line
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
        List<Specification> particulars,
        List<Specification> specification,
        @Nullable ConversionPart conversion,
        @Nullable String mobile,
        @Nullable String email,
        String contactNote,
        ListingPhotos photos,
        @Nullable Ledger ledger,
        boolean kept,
        @Nullable List<ShownCertificate> certificates,
        Locale locale) {

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

    /** What the products of such a listing are to it. */
    public String productsLabel() {
        return switch (listing.kind()) {
            case PRODUCTION_LINE -> say().products();
            case EQUIPMENT -> kinds().machine_class();
            case MATERIAL -> say().material_class();
            case FINISHED_STOCK -> kinds().goods_class();
            case SERVICE -> kinds().service_class();
        };
    }

    public String quantityLabel() {
        return switch (listing.kind()) {
            case PRODUCTION_LINE -> say().output();
            case EQUIPMENT -> kinds().machines_on_hand();
            case MATERIAL, FINISHED_STOCK -> say().on_hand();
            case SERVICE -> kinds().capacity();
        };
    }

    /** The skills of a crew, the operations of anything else. */
    public String operationsLabel() {
        return crew() ? kinds().skills() : say().operations();
    }

    public boolean crew() {
        return listing.particulars().serviceType() == ServiceType.CREW;
    }

    /** Whether a page tells a quantity, or that there is none: a crew has heads instead, and advice has no amount. */
    public boolean measured() {
        ServiceType service = listing.particulars().serviceType();
        return service != ServiceType.CREW && service != ServiceType.FINANCE && service != ServiceType.KNOW_HOW;
    }

    private KindMessages kinds() {
        return Language.messages(KindMessages.class, locale);
    }

    private CatalogueMessages say() {
        return Language.messages(CatalogueMessages.class, locale);
    }
}
