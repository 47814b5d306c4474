package org.muster.home.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingKind;
import org.muster.home.Overview;
import org.muster.shared.Quantity;

/**
 * The first page as one person sees it.
 *
 * @param openChallenges how many take claims now
 * @param challenges those of them that close next
 * @param toConfirm the person's own listings that have not been confirmed for a week
 * @param waitingForVerification empty for all but operators
 * @param people who can sign in, on a developer's machine only
 */
public record HomeView(
        Overview overview,
        List<Kind> kinds,
        List<Shown> recent,
        long openChallenges,
        List<Called> challenges,
        List<Own> toConfirm,
        boolean member,
        boolean coordinator,
        boolean liaison,
        @Nullable Long waitingForVerification,
        List<DevPerson> people,
        String password) {

    /** A kind of listing to search within. */
    record Kind(ListingKind kind, String icon, String address) {}

    /** A listing somebody may want; the organisation is left out where it may not be known. */
    record Shown(
            String address,
            String title,
            String titleLanguage,
            ListingKind kind,
            String icon,
            String place,
            @Nullable String organisation,
            @Nullable Quantity quantity,
            Availability availability,
            @Nullable Instant freeFrom,
            Instant lastConfirmedAt) {}

    /** An open challenge. */
    record Called(
            String address, String title, String titleLanguage, Quantity wanted, String place, Instant closesAt) {}

    /** One of the person's own. */
    record Own(String address, String confirmAddress, String title, String titleLanguage, Instant lastConfirmedAt) {}

    /** A person of the development realm. */
    record DevPerson(String username, DevRole role) {}

    /** What a person of the development realm is there for. */
    enum DevRole {
        SUPPLIER,
        BUYER,
        LIAISON,
        OPERATOR,
        COORDINATOR,
        NEWCOMER
    }
}
