package org.muster.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/**
 * What somebody looks for. Every filter must be met; within one filter any of its choices will do.
 *
 * @param words as typed, may be empty
 * @param regions codes of provinces and cities
 * @param quantity at least so much, in the asker's own unit
 * @param level at least so far proven
 * @param freshness confirmed at least so lately
 * @param unknownOnly lists those whose availability nobody knows instead of the others
 * @param page the first is 1
 */
public record SearchQuery(
        String words,
        Optional<ListingKind> kind,
        Set<SupplyMode> supplyModes,
        Set<String> divisions,
        Set<String> regions,
        Optional<Near> near,
        Optional<FreeDates> dates,
        Optional<Quantity> quantity,
        Optional<VerificationLevel> level,
        Optional<Freshness> freshness,
        Optional<OrganisationId> organisation,
        Sort sort,
        boolean unknownOnly,
        int page) {

    public SearchQuery {
        words = words.strip();
        supplyModes = Set.copyOf(supplyModes);
        divisions = Set.copyOf(divisions);
        regions = Set.copyOf(regions);
        if (sort == Sort.DISTANCE && near.isEmpty()) {
            sort = Sort.RELEVANCE;
        }
        if (page < 1) {
            throw new IllegalArgumentException("The first page is 1: " + page);
        }
    }

    /** Everything there is. */
    public static SearchQuery everything() {
        return new SearchQuery(
                "",
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sort.RELEVANCE,
                false,
                1);
    }

    /** The filters in force. */
    public Set<Filter> filters() {
        Set<Filter> filters = EnumSet.noneOf(Filter.class);
        for (Filter filter : Filter.values()) {
            if (has(filter)) {
                filters.add(filter);
            }
        }
        return filters;
    }

    public boolean has(Filter filter) {
        return switch (filter) {
            case WORDS -> !words.isEmpty();
            case KIND -> kind.isPresent();
            case SUPPLY_MODE -> !supplyModes.isEmpty();
            case DIVISION -> !divisions.isEmpty();
            case REGION -> !regions.isEmpty();
            case DISTANCE -> near.flatMap(Near::kilometres).isPresent();
            case DATES -> dates.isPresent();
            case QUANTITY -> quantity.isPresent();
            case LEVEL -> level.isPresent();
            case FRESHNESS -> freshness.isPresent();
            case ORGANISATION -> organisation.isPresent();
        };
    }

    /** The same search with one filter taken away, on its first page. */
    public SearchQuery without(Filter filter) {
        return new SearchQuery(
                filter == Filter.WORDS ? "" : words,
                filter == Filter.KIND ? Optional.empty() : kind,
                filter == Filter.SUPPLY_MODE ? Set.of() : supplyModes,
                filter == Filter.DIVISION ? Set.of() : divisions,
                filter == Filter.REGION ? Set.of() : regions,
                filter == Filter.DISTANCE
                        ? near.map(from -> new Near(from.written(), from.place(), Optional.empty()))
                        : near,
                filter == Filter.DATES ? Optional.empty() : dates,
                filter == Filter.QUANTITY ? Optional.empty() : quantity,
                filter == Filter.LEVEL ? Optional.empty() : level,
                filter == Filter.FRESHNESS ? Optional.empty() : freshness,
                filter == Filter.ORGANISATION ? Optional.empty() : organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withWords(String other) {
        return new SearchQuery(
                other,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withKind(Optional<ListingKind> other) {
        return new SearchQuery(
                words,
                other,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withSupplyModes(Set<SupplyMode> other) {
        return new SearchQuery(
                words,
                kind,
                other,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withDivisions(Set<String> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                other,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withRegions(Set<String> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                other,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withNear(Optional<Near> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                other,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withDates(Optional<FreeDates> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                other,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withQuantity(Optional<Quantity> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                other,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withLevel(Optional<VerificationLevel> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                other,
                freshness,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withFreshness(Optional<Freshness> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                other,
                organisation,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery withOrganisation(Optional<OrganisationId> other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                other,
                sort,
                unknownOnly,
                1);
    }

    public SearchQuery sorted(Sort other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                other,
                unknownOnly,
                1);
    }

    /** The same search among those whose availability is known, or among those where it is not. */
    public SearchQuery amongUnknown(boolean other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                other,
                1);
    }

    public SearchQuery onPage(int other) {
        return new SearchQuery(
                words,
                kind,
                supplyModes,
                divisions,
                regions,
                near,
                dates,
                quantity,
                level,
                freshness,
                organisation,
                sort,
                unknownOnly,
                other);
    }
}
