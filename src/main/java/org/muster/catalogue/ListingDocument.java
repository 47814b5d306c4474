package org.muster.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * What a search index may hold of a published listing. An anonymous one comes already masked: no name, no county, no spot, no free text,
 * so that no query over the index can tell more than class and city.
 *
 * @param organisationName empty for an anonymous listing
 * @param quantity a day for lines, on hand otherwise; null says "makes it, no figure"
 * @param point the exact spot, or the centroid of the city when masked
 * @param proofs certificates of its supplier that speak for it, valid or not: each look asks by its own day
 * @param freeWindows open stretches that end after now was, adjoining ones joined
 * @param takenWindows stretches that are not free and not over, adjoining ones joined
 * @param unknownEnd the end of the last window of which nobody knows; null without such ahead
 * @param windowsEnd the end of the last window of any kind; null without windows
 */
public record ListingDocument(
        ListingId id,
        long revision,
        ListingKind kind,
        SupplyMode supplyMode,
        Confidentiality confidentiality,
        OrganisationId organisation,
        String organisationName,
        @Nullable String organisationNameEn,
        VerificationLevel level,
        boolean provisional,
        String title,
        @Nullable String titleEn,
        String description,
        @Nullable String descriptionEn,
        List<String> products,
        List<String> convertibleProducts,
        List<String> operations,
        List<String> specification,
        Particulars particulars,
        @Nullable String divisionCode,
        String provinceCode,
        String cityCode,
        @Nullable String countyCode,
        Point point,
        Point cityPoint,
        @Nullable Quantity quantity,
        @Nullable Price price,
        List<ListingProof> proofs,
        Availability declared,
        List<TimeWindow> freeWindows,
        List<TimeWindow> takenWindows,
        @Nullable Instant unknownEnd,
        @Nullable Instant windowsEnd,
        Instant lastConfirmedAt,
        Instant createdAt) {}
