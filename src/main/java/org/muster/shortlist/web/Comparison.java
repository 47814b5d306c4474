package org.muster.shortlist.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingView;
import org.muster.shared.ListingId;

/**
 * Listings side by side.
 *
 * @param specification the keys that any of them has, in the order met, with each one's value
 * @param differing names of the rows in which they differ
 * @param tooMany how many are compared at most, when more were asked for
 * @param missing how many of those asked for are not there for this viewer
 * @param similar what to compare it with when only one was chosen
 */
public record Comparison(
        List<Column> columns,
        List<SpecificationRow> specification,
        Set<String> differing,
        Optional<Integer> tooMany,
        int missing,
        List<Similar> similar,
        boolean signedIn) {

    public boolean differs(String row) {
        return differing.contains(row);
    }

    public boolean single() {
        return columns.size() == 1;
    }

    /**
     * @param organisation null when masked
     * @param oneBasis the price in yuan with tax for one unit, in words; null when it cannot be put so
     * @param cheapest whether no other one here costs less on that basis
     * @param without the address of the comparison without it
     */
    public record Column(
            ListingView listing,
            String title,
            String titleLanguage,
            @Nullable String organisation,
            String place,
            String kind,
            @Nullable String oneBasis,
            @Nullable String basis,
            boolean cheapest,
            String without) {}

    /** @param values as many as there are columns; empty where one says nothing of it */
    public record SpecificationRow(String key, List<String> values, boolean differs) {}

    public record Similar(ListingId id, String title, String place, String address) {}
}
