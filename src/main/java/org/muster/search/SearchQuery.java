package org.muster.search;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.PriceLimit;
import org.muster.catalogue.Proven;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/**
 * What somebody looks for. Every filter must be met; within one filter any of its choices will do.
 *
 * @param words as typed, may be empty
 * @param regions codes of provinces and cities
 * @param services services of any of these sorts; lines, machines and goods are none
 * @param cleanRoom lines whose room is at least so clean
 * @param convertible what a line makes only once it has been changed over; may be empty
 * @param quantity at least so much, in the asker's own unit
 * @param level at least so far proven
 * @param freshness confirmed at least so lately; {@code SILENT} brings those too that silence took out of search
 * @param price at most so much, on the one basis on which prices compare
 * @param proven what its supplier has to prove on the day of the search
 * @param unknownOnly lists those whose availability nobody knows instead of the others
 * @param page the first is 1
 */
public record SearchQuery(
        String words,
        Optional<ListingKind> kind,
        Set<SupplyMode> supplyModes,
        Set<ServiceType> services,
        Optional<CleanRoom> cleanRoom,
        String convertible,
        Set<String> divisions,
        Set<String> regions,
        Optional<Near> near,
        Optional<FreeDates> dates,
        Optional<Quantity> quantity,
        Optional<VerificationLevel> level,
        Optional<Freshness> freshness,
        Optional<PriceLimit> price,
        Proven proven,
        Optional<OrganisationId> organisation,
        Sort sort,
        boolean unknownOnly,
        int page) {

    public SearchQuery {
        words = words.strip();
        supplyModes = Set.copyOf(supplyModes);
        services = Set.copyOf(services);
        convertible = convertible.strip();
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
                Optional.empty(),
                "",
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Proven.nothing(),
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
            case SERVICE -> !services.isEmpty();
            case CLEAN_ROOM -> cleanRoom.isPresent();
            case CONVERTIBLE -> !convertible.isEmpty();
            case DIVISION -> !divisions.isEmpty();
            case REGION -> !regions.isEmpty();
            case DISTANCE -> near.flatMap(Near::kilometres).isPresent();
            case DATES -> dates.isPresent();
            case QUANTITY -> quantity.isPresent();
            case LEVEL -> level.isPresent();
            case FRESHNESS -> freshness.isPresent();
            case PRICE -> price.isPresent();
            case CERTIFICATE -> !proven.kinds().isEmpty();
            case STANDARD -> !proven.standards().isEmpty();
            case ORGANISATION -> organisation.isPresent();
        };
    }

    /** The same search with one filter taken away, on its first page. */
    public SearchQuery without(Filter filter) {
        return but(query -> {
            switch (filter) {
                case WORDS -> query.words = "";
                case KIND -> query.kind = Optional.empty();
                case SUPPLY_MODE -> query.supplyModes = Set.of();
                case SERVICE -> query.services = Set.of();
                case CLEAN_ROOM -> query.cleanRoom = Optional.empty();
                case CONVERTIBLE -> {
                    // Who looks for what could make it still looks for it.
                    query.words = words.isEmpty() ? convertible : words;
                    query.convertible = "";
                }
                case DIVISION -> query.divisions = Set.of();
                case REGION -> query.regions = Set.of();
                case DISTANCE ->
                    query.near = near.map(from -> new Near(from.written(), from.place(), Optional.empty()));
                case DATES -> query.dates = Optional.empty();
                case QUANTITY -> query.quantity = Optional.empty();
                case LEVEL -> query.level = Optional.empty();
                case FRESHNESS -> query.freshness = Optional.empty();
                case PRICE -> query.price = Optional.empty();
                case CERTIFICATE -> query.proven = query.proven.withKinds(Set.of());
                case STANDARD -> query.proven = query.proven.withoutStandards();
                case ORGANISATION -> query.organisation = Optional.empty();
            }
        });
    }

    public SearchQuery withWords(String other) {
        return but(query -> query.words = other);
    }

    public SearchQuery withKind(Optional<ListingKind> other) {
        return but(query -> query.kind = other);
    }

    public SearchQuery withSupplyModes(Set<SupplyMode> other) {
        return but(query -> query.supplyModes = other);
    }

    public SearchQuery withServices(Set<ServiceType> other) {
        return but(query -> query.services = other);
    }

    public SearchQuery withCleanRoom(Optional<CleanRoom> other) {
        return but(query -> query.cleanRoom = other);
    }

    public SearchQuery withConvertible(String other) {
        return but(query -> query.convertible = other);
    }

    public SearchQuery withDivisions(Set<String> other) {
        return but(query -> query.divisions = other);
    }

    public SearchQuery withRegions(Set<String> other) {
        return but(query -> query.regions = other);
    }

    public SearchQuery withNear(Optional<Near> other) {
        return but(query -> query.near = other);
    }

    public SearchQuery withDates(Optional<FreeDates> other) {
        return but(query -> query.dates = other);
    }

    public SearchQuery withQuantity(Optional<Quantity> other) {
        return but(query -> query.quantity = other);
    }

    public SearchQuery withLevel(Optional<VerificationLevel> other) {
        return but(query -> query.level = other);
    }

    public SearchQuery withFreshness(Optional<Freshness> other) {
        return but(query -> query.freshness = other);
    }

    public SearchQuery withPrice(Optional<PriceLimit> other) {
        return but(query -> query.price = other);
    }

    public SearchQuery withProven(Proven other) {
        return but(query -> query.proven = other);
    }

    public SearchQuery withOrganisation(Optional<OrganisationId> other) {
        return but(query -> query.organisation = other);
    }

    public SearchQuery sorted(Sort other) {
        return but(query -> query.sort = other);
    }

    public SearchQuery amongUnknown(boolean other) {
        return but(query -> query.unknownOnly = other);
    }

    public SearchQuery onPage(int other) {
        return but(query -> query.page = other);
    }

    /** The same search with something changed, on its first page if nothing else is said. */
    private SearchQuery but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.query();
    }

    /** The components, to be changed one at a time. */
    private static final class Draft {
        private String words;
        private Optional<ListingKind> kind;
        private Set<SupplyMode> supplyModes;
        private Set<ServiceType> services;
        private Optional<CleanRoom> cleanRoom;
        private String convertible;
        private Set<String> divisions;
        private Set<String> regions;
        private Optional<Near> near;
        private Optional<FreeDates> dates;
        private Optional<Quantity> quantity;
        private Optional<VerificationLevel> level;
        private Optional<Freshness> freshness;
        private Optional<PriceLimit> price;
        private Proven proven;
        private Optional<OrganisationId> organisation;
        private Sort sort;
        private boolean unknownOnly;
        private int page;

        private Draft(SearchQuery query) {
            words = query.words;
            kind = query.kind;
            supplyModes = query.supplyModes;
            services = query.services;
            cleanRoom = query.cleanRoom;
            convertible = query.convertible;
            divisions = query.divisions;
            regions = query.regions;
            near = query.near;
            dates = query.dates;
            quantity = query.quantity;
            level = query.level;
            freshness = query.freshness;
            price = query.price;
            proven = query.proven;
            organisation = query.organisation;
            sort = query.sort;
            unknownOnly = query.unknownOnly;
            page = 1;
        }

        private SearchQuery query() {
            return new SearchQuery(
                    words,
                    kind,
                    supplyModes,
                    services,
                    cleanRoom,
                    convertible,
                    divisions,
                    regions,
                    near,
                    dates,
                    quantity,
                    level,
                    freshness,
                    price,
                    proven,
                    organisation,
                    sort,
                    unknownOnly,
                    page);
        }
    }
}
