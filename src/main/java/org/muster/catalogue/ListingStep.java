package org.muster.catalogue;

/** What can be done to a listing, each with the name the audit trail knows it by. */
public enum ListingStep {
    DRAFTED("ListingDrafted"),
    /** Its own words, figures or conditions. */
    REVISED("ListingRevised"),
    PUBLISHED("ListingPublished"),
    PAUSED("ListingPaused"),
    RESUMED("ListingResumed"),
    WITHDRAWN("ListingWithdrawn"),
    /** One tap: still as it says. */
    CONFIRMED("ListingConfirmed"),
    WINDOW_OPENED("WindowOpened"),
    WINDOW_CLOSED("WindowClosed"),
    /** Some of the stock was delivered. */
    CONSUMED("ListingConsumed"),
    /** Of stretches of time, whatever was said of them before. */
    TIME_SAID("ListingTimeSaid"),
    PATTERN_FOLLOWED("WeeklyPatternFollowed"),
    PATTERN_STOPPED("WeeklyPatternStopped"),
    /** By itself, as time goes on. */
    PATTERN_EXTENDED("WeeklyPatternExtended"),
    /** New, by its supplier, from a spreadsheet. */
    IMPORTED("ListingImported"),
    PHOTO_ADDED("ListingPhotoAdded"),
    PHOTO_REMOVED("ListingPhotoRemoved"),
    /** Which photo comes first. */
    PHOTOS_ORDERED("ListingPhotosOrdered"),
    /** By a liaison, from a public list. */
    ENTERED_ON_BEHALF("ListingEnteredOnBehalf"),
    /** Its supplier's name, level or site changed, and with it what the listing shows of them. */
    SUPPLIER_CHANGED("ListingSupplierChanged"),
    /** What its supplier can prove changed. */
    CERTIFICATES_CHANGED("ListingCertificatesChanged");

    private final String deed;

    ListingStep(String deed) {
        this.deed = deed;
    }

    String deed() {
        return deed;
    }
}
