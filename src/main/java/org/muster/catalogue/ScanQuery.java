package org.muster.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * A search that PostgreSQL answers.
 *
 * @param wordGroups every group must be met, by any of its labels; empty finds all
 * @param able what it can do, beside what it is called
 * @param placeCodes provinces, cities or counties, any of them; an anonymous listing is in its city only
 * @param near with {@code withinKm} a circle, alone just what distances are measured from
 * @param during free in all of it; widened to whole weeks for visitors who are not signed in
 * @param atLeast compared in the base unit of its dimension, others are left out
 * @param atLeastFreshness confirmed at least so lately; {@code SILENT} brings those too that silence took out of search
 * @param organisation only what this one lists; what it lists anonymously only for those who may know so
 * @param atMostPrice compared as {@link ComparablePrice} says; what cannot be compared is left out
 * @param proven by certificates that speak for what it makes
 * @param unknown lists those whose availability is unknown instead of those where it is known
 * @param page the first is 0
 */
public record ScanQuery(
        List<List<String>> wordGroups,
        Able able,
        Set<ListingKind> kinds,
        Set<SupplyMode> supplyModes,
        Set<String> divisionCodes,
        Set<String> placeCodes,
        @Nullable Point near,
        @Nullable Integer withinKm,
        @Nullable TimeWindow during,
        @Nullable Quantity atLeast,
        @Nullable VerificationLevel atLeastLevel,
        @Nullable Freshness atLeastFreshness,
        @Nullable OrganisationId organisation,
        @Nullable PriceLimit atMostPrice,
        Proven proven,
        boolean unknown,
        Sort sort,
        int page,
        int size) {

    /** What comes first. */
    public enum Sort {
        RELEVANCE,
        DISTANCE,
        EARLIEST
    }

    /** Whatever it costs. */
    public ScanQuery(
            List<List<String>> wordGroups,
            Set<ListingKind> kinds,
            Set<SupplyMode> supplyModes,
            Set<String> divisionCodes,
            Set<String> placeCodes,
            @Nullable Point near,
            @Nullable Integer withinKm,
            @Nullable TimeWindow during,
            @Nullable Quantity atLeast,
            @Nullable VerificationLevel atLeastLevel,
            @Nullable Freshness atLeastFreshness,
            @Nullable OrganisationId organisation,
            boolean unknown,
            Sort sort,
            int page,
            int size) {
        this(
                wordGroups,
                Able.anything(),
                kinds,
                supplyModes,
                divisionCodes,
                placeCodes,
                near,
                withinKm,
                during,
                atLeast,
                atLeastLevel,
                atLeastFreshness,
                organisation,
                null,
                Proven.nothing(),
                unknown,
                sort,
                page,
                size);
    }

    public ScanQuery {
        wordGroups = wordGroups.stream()
                .map(List::copyOf)
                .filter(group -> !group.isEmpty())
                .toList();
        kinds = Set.copyOf(kinds);
        supplyModes = Set.copyOf(supplyModes);
        divisionCodes = Set.copyOf(divisionCodes);
        placeCodes = Set.copyOf(placeCodes);
        if (withinKm != null && near == null) {
            throw new IllegalArgumentException("A circle has a middle");
        }
        if (sort == Sort.DISTANCE && near == null) {
            throw new IllegalArgumentException("A distance is measured from somewhere");
        }
        if (page < 0 || size < 1) {
            throw new IllegalArgumentException("No page " + page + " of " + size);
        }
    }
}
