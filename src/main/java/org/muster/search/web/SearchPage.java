package org.muster.search.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.PriceLimit;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.catalogue.WeekState;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Divisions;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.search.Facets;
import org.muster.search.Filter;
import org.muster.search.FreeDates;
import org.muster.search.MapBox;
import org.muster.search.Near;
import org.muster.search.Reason;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.SearchResult;
import org.muster.search.Sort;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;
import org.muster.shell.Choice;
import org.muster.shell.Figures;
import org.muster.shell.Pager;
import org.muster.shell.Times;

/** Turns a search and its result into what the page shows, in one language and for one viewer. */
final class SearchPage {

    /** Choices shown before the rest folds away. */
    private static final int SHOWN = 8;
    /** Steps of prices to choose from, about. */
    private static final int MOST_PRICES = 6;
    /** Listings live by the calendar of the places they stand in. */
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final SearchParameters.Asked asked;
    private final SearchQuery query;
    private final SearchResult result;
    private final boolean exactTimes;
    private final Optional<String> organisationName;
    private final SearchMessages words;
    private final Locale locale;
    private final ZoneId zone;
    private final Places places;
    private final Divisions divisions;
    private final Instant now;
    private final Map<Object, String> labels = new HashMap<>();
    private final Map<List<Object>, SearchView.Week> weekWords = new HashMap<>();

    /**
     * @param exactTimes whether the viewer may know more than whole weeks
     * @param organisationName of the organisation asked for
     */
    SearchPage(
            SearchParameters.Asked asked,
            SearchResult result,
            boolean exactTimes,
            Optional<String> organisationName,
            SearchMessages words,
            Locale locale,
            ZoneId zone,
            Places places,
            Divisions divisions,
            Instant now) {
        this.asked = asked;
        this.query = asked.query();
        this.result = result;
        this.exactTimes = exactTimes;
        this.organisationName = organisationName;
        this.words = words;
        this.locale = locale;
        this.zone = zone;
        this.places = places;
        this.divisions = divisions;
        this.now = now;
    }

    SearchView view() {
        return new SearchView(
                query.words().isEmpty() ? words.title() : words.title_of(query.words()),
                SearchAddress.of(query),
                MapPage.address(query, MapBox.whole()),
                form(),
                asked.refusals(),
                candidates(),
                result.fromIndex(),
                understood(),
                tabs(),
                facets(),
                chips(),
                SearchAddress.of(SearchQuery.everything().withWords(query.words())),
                sorts(),
                query.near().isPresent(),
                query.dates().filter(dates -> !exactTimes).map(this::weeks),
                known(),
                unknown(),
                result.isEmpty() || (query.unknownOnly() && result.unknown().total() == 0),
                relaxations());
    }

    private SearchView.Form form() {
        SearchParameters.Typed typed = asked.typed();
        return new SearchView.Form(
                typed.words(),
                typed.near(),
                typed.kilometres(),
                typed.from(),
                typed.to(),
                typed.amount(),
                Unit.written(typed.unit()).map(Unit::code).orElse(""),
                Unit.all().stream()
                        .map(unit -> new Choice(unit.code(), unit.name(locale)))
                        .toList(),
                query.kind().map(SearchAddress::word).orElse(""),
                query.sort() == Sort.RELEVANCE ? "" : SearchAddress.word(query.sort()),
                priceUnit().code(),
                query.proven().orSuccessor(),
                typed.convertible(),
                query.organisation().map(Object::toString).orElse(""),
                query.unknownOnly(),
                chips().size());
    }

    private List<SearchView.Link> candidates() {
        Optional<Integer> kilometres = Optional.of(asked.typed().kilometres())
                .filter(text -> text.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
        return asked.candidates().stream()
                .map(place -> new SearchView.Link(
                        places.wholeName(place, locale),
                        SearchAddress.of(query.withNear(Optional.of(new Near(place.code(), place, kilometres)))),
                        false))
                .toList();
    }

    private List<SearchView.Understood> understood() {
        return result.groups().stream()
                .map(group -> new SearchView.Understood(
                        group.written(),
                        group.guessed()
                                ? isEnglish() ? group.term().en() : group.term().zh()
                                : group.term().zh() + " = " + group.term().en(),
                        group.guessed()))
                .toList();
    }

    private List<SearchView.Tab> tabs() {
        List<SearchView.Tab> tabs = new ArrayList<>();
        Optional<Facets> counts = result.facets();
        tabs.add(new SearchView.Tab(
                words.any_kind(),
                SearchAddress.of(query.withKind(Optional.empty())),
                counts.map(Facets::anyKind),
                query.kind().isEmpty()));
        for (ListingKind kind : ListingKind.values()) {
            tabs.add(new SearchView.Tab(
                    words.kind(kind),
                    SearchAddress.of(query.withKind(Optional.of(kind))),
                    counts.map(facets -> facets.kinds().getOrDefault(kind, 0L)),
                    query.kind().filter(kind::equals).isPresent()));
        }
        return tabs;
    }

    private List<SearchView.ChoiceFacet> facets() {
        return List.of(
                supplyModes(),
                services(),
                cleanRooms(),
                regions(),
                divisions(),
                prices(),
                levels(),
                certificates(),
                standards(),
                freshness());
    }

    private SearchView.ChoiceFacet supplyModes() {
        List<SearchView.Option> options = new ArrayList<>();
        for (SupplyMode mode : SupplyMode.values()) {
            Optional<Long> count = count(Facets::supplyModes, mode);
            boolean chosen = query.supplyModes().contains(mode);
            if (chosen || count.orElse(1L) > 0) {
                options.add(option("mode", SearchAddress.word(mode), words.supply_mode(mode), count, chosen, false));
            }
        }
        return new SearchView.ChoiceFacet("mode", words.supply_modes(), false, options, List.of());
    }

    private SearchView.ChoiceFacet services() {
        List<SearchView.Option> options = new ArrayList<>();
        for (ServiceType type : ServiceType.values()) {
            Optional<Long> count = count(Facets::services, type);
            boolean chosen = query.services().contains(type);
            if (chosen || count.orElse(1L) > 0) {
                options.add(option("service", SearchAddress.word(type), words.service(type), count, chosen, false));
            }
        }
        return new SearchView.ChoiceFacet("service", words.services(), false, options, List.of());
    }

    /** Each class counts the cleaner ones too; an ordinary hall is what every line has. */
    private SearchView.ChoiceFacet cleanRooms() {
        List<SearchView.Option> options = new ArrayList<>();
        for (CleanRoom room : EnumSet.complementOf(EnumSet.of(CleanRoom.NONE))) {
            Optional<Long> count = count(Facets::cleanRooms, room);
            boolean chosen = query.cleanRoom().filter(room::equals).isPresent();
            if (chosen || count.orElse(1L) > 0) {
                options.add(
                        option("clean-room", SearchAddress.word(room), words.clean_room(room), count, chosen, false));
            }
        }
        if (!options.isEmpty()) {
            options.add(
                    0,
                    option(
                            "clean-room",
                            "",
                            words.any(),
                            Optional.empty(),
                            query.cleanRoom().isEmpty(),
                            false));
        }
        return new SearchView.ChoiceFacet("clean-room", words.clean_rooms(), true, options, List.of());
    }

    private SearchView.ChoiceFacet divisions() {
        List<SearchView.Option> options = new ArrayList<>();
        divisions.all().forEach(division -> {
            Optional<Long> count = count(Facets::divisions, division.code());
            boolean chosen = query.divisions().contains(division.code());
            if (chosen || count.orElse(1L) > 0) {
                options.add(option("division", division.code(), division.name(locale), count, chosen, false));
            }
        });
        return folded("division", words.divisions(), options);
    }

    /** Provinces; below a chosen one its cities. */
    private SearchView.ChoiceFacet regions() {
        Set<String> open = new HashSet<>();
        query.regions().forEach(code -> open.add(code.substring(0, 2) + "0000"));
        List<SearchView.Option> options = new ArrayList<>();
        Map<String, List<SearchView.Option>> cities = new LinkedHashMap<>();
        for (Place province : places.provinces()) {
            Optional<Long> count = count(Facets::provinces, province.code());
            boolean chosen = open.contains(province.code());
            if (chosen || count.orElse(1L) > 0) {
                options.add(option("region", province.code(), province.name(locale), count, chosen, false));
            }
            if (chosen) {
                cities.put(province.code(), cities(province));
            }
        }
        SearchView.ChoiceFacet folded = folded("region", words.regions(), options);
        List<SearchView.Option> shown = new ArrayList<>();
        folded.options().forEach(option -> {
            shown.add(option);
            shown.addAll(cities.getOrDefault(option.value(), List.of()));
        });
        return new SearchView.ChoiceFacet("region", words.regions(), false, shown, folded.more());
    }

    private List<SearchView.Option> cities(Place province) {
        return places.children(province.code()).stream()
                .map(city -> option(
                        "region",
                        city.code(),
                        city.name(locale),
                        count(Facets::cities, city.code()),
                        query.regions().contains(city.code()),
                        true))
                .filter(option -> option.chosen() || option.count().isEmpty() || option.listings() > 0)
                .sorted(byCount())
                .toList();
    }

    private SearchView.ChoiceFacet levels() {
        List<SearchView.Option> options = new ArrayList<>();
        options.add(
                option("level", "", words.any(), Optional.empty(), query.level().isEmpty(), false));
        for (VerificationLevel level : EnumSet.complementOf(EnumSet.of(VerificationLevel.UNCLAIMED))) {
            options.add(option(
                    "level",
                    SearchAddress.word(level),
                    words.level_at_least(level),
                    count(Facets::levels, level),
                    query.level().filter(level::equals).isPresent(),
                    false));
        }
        return new SearchView.ChoiceFacet("level", words.levels(), true, options, List.of());
    }

    private SearchView.ChoiceFacet certificates() {
        List<SearchView.Option> options = new ArrayList<>();
        for (CertificateKind kind : CertificateKind.values()) {
            Optional<Long> count = count(Facets::certificates, kind);
            boolean chosen = query.proven().kinds().contains(kind);
            if (chosen || count.orElse(1L) > 0) {
                options.add(
                        option("certificate", SearchAddress.word(kind), words.certificate(kind), count, chosen, false));
            }
        }
        return folded("certificate", words.certificates(), options);
    }

    /** Editions by their designation: look-alikes stand apart, and a successor counts only where it is asked for. */
    private SearchView.ChoiceFacet standards() {
        Map<String, Long> counts = result.facets().map(Facets::standards).orElse(Map.of());
        Set<String> designations = new TreeSet<>(counts.keySet());
        designations.addAll(query.proven().standards());
        List<SearchView.Option> options = designations.stream()
                .map(designation -> option(
                        "standard",
                        designation,
                        designation,
                        count(Facets::standards, designation),
                        query.proven().standards().contains(designation),
                        false))
                .toList();
        return folded("standard", words.standards(), options);
    }

    /** Of the unit asked for, else of what most of the prices here are for: how many cost at most so much. */
    private SearchView.ChoiceFacet prices() {
        List<SearchView.Option> options = new ArrayList<>();
        Unit unit = priceUnit();
        SortedMap<BigDecimal, Long> steps = result.facets()
                .map(facets -> facets.prices().get(unit.dimension().name()))
                .orElse(null);
        Optional<BigDecimal> chosen = query.price().map(PriceLimit::yuan);
        SortedMap<BigDecimal, Optional<Long>> choices = new TreeMap<>();
        if (steps != null) {
            long sofar = 0;
            for (var step : steps.entrySet()) {
                sofar += step.getValue();
                choices.put(step.getKey().multiply(unit.factor()).stripTrailingZeros(), Optional.of(sofar));
            }
        }
        chosen.ifPresent(yuan -> choices.putIfAbsent(yuan.stripTrailingZeros(), Optional.empty()));
        if (!choices.isEmpty()) {
            options.add(option("price", "", words.any(), Optional.empty(), chosen.isEmpty(), false));
            int every = (choices.size() + MOST_PRICES - 1) / MOST_PRICES;
            int number = choices.size();
            for (var choice : choices.entrySet()) {
                number--;
                boolean isChosen = chosen.filter(yuan -> yuan.compareTo(choice.getKey()) == 0)
                        .isPresent();
                if (number % every == 0 || isChosen) {
                    String yuan = choice.getKey().toPlainString();
                    options.add(option(
                            "price",
                            yuan,
                            words.price_at_most(Figures.number(choice.getKey())),
                            choice.getValue(),
                            isChosen,
                            false));
                }
            }
        }
        return new SearchView.ChoiceFacet("price", words.prices(unit.name(locale)), true, options, List.of());
    }

    private Unit priceUnit() {
        if (query.price().isPresent()) {
            return query.price().get().unit();
        }
        String dimension = query.quantity()
                .map(quantity -> quantity.unit().dimension().name())
                .filter(wanted -> result.facets()
                        .filter(facets -> facets.prices().containsKey(wanted))
                        .isPresent())
                .or(() -> result.facets().flatMap(SearchPage::mostPriced))
                .orElse(Dimension.COUNT.name());
        return Unit.all().stream()
                .filter(unit -> unit.dimension().name().equals(dimension))
                .min(Comparator.comparing(
                        unit -> unit.factor().subtract(BigDecimal.ONE).abs()))
                .orElseGet(() -> Unit.of("piece"));
    }

    private static Optional<String> mostPriced(Facets facets) {
        return facets.prices().entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, SortedMap<BigDecimal, Long>> prices) ->
                                prices.getValue().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
    }

    private SearchView.ChoiceFacet freshness() {
        List<SearchView.Option> options = new ArrayList<>();
        options.add(option(
                "fresh", "", words.any(), Optional.empty(), query.freshness().isEmpty(), false));
        for (Freshness freshness : List.of(Freshness.FRESH, Freshness.AGEING, Freshness.STALE)) {
            options.add(option(
                    "fresh",
                    String.valueOf(SearchAddress.DAYS.get(freshness)),
                    words.freshness_within(freshness),
                    count(Facets::freshness, freshness),
                    query.freshness().filter(freshness::equals).isPresent(),
                    false));
        }
        options.add(option(
                "fresh",
                String.valueOf(SearchAddress.DAYS.get(Freshness.SILENT)),
                words.freshness_within(Freshness.SILENT),
                Optional.empty(),
                query.freshness().filter(Freshness.SILENT::equals).isPresent(),
                false));
        return new SearchView.ChoiceFacet("fresh", words.freshness(), true, options, List.of());
    }

    /** The chosen and the most frequent ones first, the rest behind "more". */
    private static SearchView.ChoiceFacet folded(String name, String label, List<SearchView.Option> options) {
        List<SearchView.Option> sorted = options.stream().sorted(byCount()).toList();
        int shown = Math.max(
                SHOWN, (int) sorted.stream().filter(SearchView.Option::chosen).count());
        if (sorted.size() <= shown + 1) {
            return new SearchView.ChoiceFacet(name, label, false, sorted, List.of());
        }
        return new SearchView.ChoiceFacet(
                name, label, false, sorted.subList(0, shown), sorted.subList(shown, sorted.size()));
    }

    private static Comparator<SearchView.Option> byCount() {
        return Comparator.comparing(SearchView.Option::chosen).reversed().thenComparing(option -> -option.listings());
    }

    private static SearchView.Option option(
            String name, String value, String label, Optional<Long> count, boolean chosen, boolean inner) {
        return new SearchView.Option(
                name + "-" + (value.isEmpty() ? "any" : value.replaceAll("[^\\p{Alnum}.]+", "-")),
                value,
                label,
                count.orElse(0L),
                count.map(listings -> Figures.number(BigDecimal.valueOf(listings)))
                        .orElse(""),
                chosen,
                inner);
    }

    private <K> Optional<Long> count(Function<Facets, Map<K, Long>> facet, K key) {
        return result.facets().map(facets -> facet.apply(facets).getOrDefault(key, 0L));
    }

    private List<SearchView.Link> chips() {
        return chips(SearchAddress::of);
    }

    /** What is in force, each with the address of the same without it. */
    List<SearchView.Link> chips(Function<SearchQuery, String> address) {
        List<SearchView.Link> chips = new ArrayList<>();
        if (query.has(Filter.KIND)) {
            chip(chips, address, words.kind(query.kind().orElseThrow()), query.withKind(Optional.empty()));
        }
        query.supplyModes().stream()
                .sorted()
                .forEach(mode -> chip(
                        chips,
                        address,
                        words.supply_mode(mode),
                        query.withSupplyModes(less(query.supplyModes(), mode))));
        query.services().stream()
                .sorted()
                .forEach(type ->
                        chip(chips, address, words.service(type), query.withServices(less(query.services(), type))));
        query.cleanRoom()
                .ifPresent(room -> chip(
                        chips,
                        address,
                        words.chip_clean_room(words.clean_room(room)),
                        query.withCleanRoom(Optional.empty())));
        if (query.has(Filter.CONVERTIBLE)) {
            chip(chips, address, words.chip_convertible(query.convertible()), query.without(Filter.CONVERTIBLE));
        }
        query.divisions().stream()
                .sorted()
                .forEach(code -> chip(
                        chips,
                        address,
                        divisions
                                .byCode(code)
                                .map(division -> division.name(locale))
                                .orElse(code),
                        query.withDivisions(less(query.divisions(), code))));
        query.regions().stream()
                .sorted()
                .forEach(code -> chip(chips, address, placeName(code), query.withRegions(less(query.regions(), code))));
        query.near().ifPresent(near -> {
            String place = near.place().name(locale);
            chip(
                    chips,
                    address,
                    near.kilometres().map(km -> words.chip_distance(place, km)).orElseGet(() -> words.chip_near(place)),
                    query.withNear(Optional.empty()));
        });
        query.dates()
                .ifPresent(dates -> chip(
                        chips,
                        address,
                        words.chip_dates(Times.day(dates.first(), locale), Times.day(dates.last(), locale)),
                        query.withDates(Optional.empty())));
        query.quantity()
                .ifPresent(quantity -> chip(
                        chips,
                        address,
                        words.chip_quantity(Figures.exact(quantity, locale)),
                        query.withQuantity(Optional.empty())));
        query.proven().kinds().stream()
                .sorted()
                .forEach(kind -> chip(
                        chips,
                        address,
                        words.certificate(kind),
                        query.withProven(
                                query.proven().withKinds(less(query.proven().kinds(), kind)))));
        if (query.has(Filter.STANDARD)) {
            String editions =
                    listed(query.proven().standards().stream().sorted().toList());
            chip(
                    chips,
                    address,
                    query.proven().orSuccessor() ? words.chip_standard_or_successor(editions) : editions,
                    query.withProven(query.proven().withoutStandards()));
        }
        query.price()
                .ifPresent(limit -> chip(
                        chips,
                        address,
                        words.chip_price(
                                Figures.number(limit.yuan()), limit.unit().name(locale)),
                        query.withPrice(Optional.empty())));
        query.level()
                .ifPresent(
                        level -> chip(chips, address, words.level_at_least(level), query.withLevel(Optional.empty())));
        query.freshness()
                .ifPresent(freshness -> chip(
                        chips,
                        address,
                        freshness == Freshness.SILENT
                                ? words.freshness_within(freshness)
                                : words.chip_freshness(words.freshness_within(freshness)),
                        query.withFreshness(Optional.empty())));
        query.organisation()
                .ifPresent(organisation -> chip(
                        chips,
                        address,
                        words.chip_organisation(organisationName.orElseGet(words::this_organisation)),
                        query.withOrganisation(Optional.empty())));
        return chips;
    }

    private static void chip(
            List<SearchView.Link> chips, Function<SearchQuery, String> address, String label, SearchQuery without) {
        chips.add(new SearchView.Link(label, address.apply(without), false));
    }

    private static <T> Set<T> less(Set<T> all, T one) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.remove(one);
        return rest;
    }

    private List<SearchView.Link> sorts() {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.DISTANCE || query.near().isPresent())
                .map(sort -> new SearchView.Link(
                        words.sort_by(sort), SearchAddress.of(query.sorted(sort)), sort == query.sort()))
                .toList();
    }

    private SearchView.Weeks weeks(FreeDates dates) {
        var weeks = dates.wholeWeeks();
        return new SearchView.Weeks(
                Times.day(weeks.from().atZone(CHINA).toLocalDate(), locale),
                Times.day(weeks.to().atZone(CHINA).toLocalDate().minusDays(1), locale));
    }

    private SearchView.Known known() {
        return new SearchView.Known(
                result.known().total(),
                hits(result.known().hits(), true),
                pager(query.amongUnknown(false), query.page(), result.known().total()),
                !query.unknownOnly());
    }

    private SearchView.Unknown unknown() {
        SearchQuery all = query.amongUnknown(true);
        long total = result.unknown().total();
        return new SearchView.Unknown(
                total,
                hits(result.unknown().hits(), false),
                pager(all, query.unknownOnly() ? query.page() : 1, total),
                query.unknownOnly(),
                !query.unknownOnly() && total > result.unknown().hits().size()
                        ? Optional.of(SearchAddress.of(all))
                        : Optional.empty(),
                query.unknownOnly() && result.known().total() > 0
                        ? Optional.of(SearchAddress.of(query.amongUnknown(false)))
                        : Optional.empty(),
                result.known().total());
    }

    private static Pager pager(SearchQuery pages, int page, long total) {
        long reachable = Math.min(total, (long) Search.LAST_PAGE * Search.PAGE);
        return new Pager(page, Search.PAGE, reachable, number -> SearchAddress.of(pages.onPage(number)));
    }

    private List<SearchView.HitView> hits(Collection<SearchResult.Hit> hits, boolean known) {
        return hits.stream().map(hit -> hit(hit, known)).toList();
    }

    private SearchView.HitView hit(SearchResult.Hit hit, boolean known) {
        ListingCard card = hit.card();
        boolean english = isEnglish();
        String titleEn = card.titleEn();
        boolean inEnglish = english && titleEn != null && !titleEn.isBlank();
        return new SearchView.HitView(
                card.id().toString(),
                "/listings/" + card.id() + asked(),
                card.photo() == null ? null : "/listings/" + card.id() + "/photos/" + card.photo() + "/small",
                inEnglish && titleEn != null ? titleEn : card.title(),
                inEnglish ? "en" : "zh-CN",
                inEnglish ? card.title() : null,
                "zh-CN",
                once(card.kind(), words::kind),
                card.daily(),
                card.supplyMode() == SupplyMode.UNSAID ? "" : once(card.supplyMode(), words::supply_mode),
                card.masked() ? null : name(card, english),
                card.organisation() == null ? null : "/organisations/" + card.organisation(),
                new SearchView.State(
                        once(card.level(), words::level), levelIcon(card.level()), levelTone(card.level())),
                where(hit),
                state(card),
                weeks(card.weeks()),
                inTheirUnit(card.quantity()),
                card.price(),
                why(hit, known),
                card.lastConfirmedAt(),
                card.hearing(),
                card.confidentiality());
    }

    /** Who looks for what could make something is led on to whether this one can. */
    private String asked() {
        return query.convertible().isEmpty()
                ? ""
                : "?for=" + URLEncoder.encode(query.convertible(), StandardCharsets.UTF_8);
    }

    private static @Nullable String name(ListingCard card, boolean english) {
        String nameEn = card.organisationNameEn();
        return english && nameEn != null && !nameEn.isBlank() ? nameEn : card.organisationName();
    }

    private SearchView.State state(ListingCard card) {
        return switch (card.availability()) {
            case FREE -> {
                Instant from = card.freeFrom();
                yield new SearchView.State(
                        from == null ? once("free", any -> words.free()) : freeFrom(from), "check", "green");
            }
            case NOT_FREE -> new SearchView.State(once("not free", any -> words.not_free()), "x", "grey");
            case UNKNOWN -> new SearchView.State(once("unknown", any -> words.unknown()), "question", "grey");
        };
    }

    private static String levelIcon(VerificationLevel level) {
        return switch (level) {
            case UNCLAIMED -> "question";
            case REGISTERED -> "building";
            case DOCUMENTS_CHECKED -> "shield";
            case VISITED -> "shield-check";
        };
    }

    private static String levelTone(VerificationLevel level) {
        return level.isAtLeast(VerificationLevel.DOCUMENTS_CHECKED) ? "green" : "grey";
    }

    private String where(SearchResult.Hit hit) {
        String place = placeName(hit.card().placeCode());
        return hit.kilometres()
                .map(km -> words.place_with_distance(place, Figures.number(BigDecimal.valueOf(km))))
                .orElse(place);
    }

    private String placeName(String code) {
        return places.byCode(code).map(place -> places.wholeName(place, locale)).orElse(code);
    }

    private String freeFrom(Instant from) {
        if (!exactTimes) {
            return from.isAfter(now)
                    ? once(
                            from,
                            any -> words.free_from_week(
                                    shortly(from.atZone(CHINA).toLocalDate())))
                    : once("now", any -> words.free_now());
        }
        return from.isAfter(now) ? words.free_from(shortly(from.atZone(zone).toLocalDate())) : words.free_now();
    }

    /** None where nothing was said of any week: eight question marks say less than the word beside them. */
    private List<SearchView.Week> weeks(List<WeekState> states) {
        List<SearchView.Week> weeks = new ArrayList<>();
        if (!WeekState.anySaid(states)) {
            return weeks;
        }
        for (int week = 0; week < states.size(); week++) {
            weeks.add(week(week, states.get(week)));
        }
        return weeks;
    }

    /** The same few weeks stand beside every hit, so each is put into words once a page. */
    private SearchView.Week week(int week, WeekState state) {
        return weekWords.computeIfAbsent(
                List.of(week, state),
                any -> new SearchView.Week(
                        styleOf(state),
                        words.week_of(Times.day(thisMonday().plusWeeks(week), locale), words.week(state))));
    }

    private static String styleOf(WeekState state) {
        return switch (state) {
            case FREE -> "free";
            case PARTLY -> "partly";
            case NOT_FREE -> "taken";
            case UNKNOWN -> "unknown";
        };
    }

    /** A label, looked up once a page. */
    private <K> String once(K key, Function<K, String> label) {
        return labels.computeIfAbsent(key, any -> label.apply(key));
    }

    private LocalDate thisMonday() {
        return now.atZone(CHINA).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** In the unit asked for where that is exact, else as the supplier said it. */
    private @Nullable Quantity inTheirUnit(@Nullable Quantity quantity) {
        if (quantity == null || query.quantity().isEmpty()) {
            return quantity;
        }
        Unit wanted = query.quantity().get().unit();
        if (!wanted.dimension().equals(quantity.unit().dimension())) {
            return quantity;
        }
        try {
            return quantity.in(wanted);
        } catch (ArithmeticException inexact) {
            return quantity;
        }
    }

    /** Reasons from the words first, places with the same words together, then which hard conditions this listing meets. */
    private List<String> why(SearchResult.Hit hit, boolean known) {
        Map<String, List<Reason.Place>> placesOfWords = new LinkedHashMap<>();
        List<String> why = new ArrayList<>();
        List<String> close = new ArrayList<>();
        for (Reason reason : hit.why()) {
            if (reason instanceof Reason.SameTerm term) {
                sameTerm(term).ifPresent(why::add);
            } else if (reason instanceof Reason.SameWords same) {
                placesOfWords
                        .computeIfAbsent(String.join(" ", same.words()), any -> new ArrayList<>())
                        .add(same.place());
            } else if (reason instanceof Reason.CloseWord word) {
                close.add(words.why_close(word.written()));
            }
        }
        placesOfWords.forEach((said, found) -> {
            String where = listed(
                    found.stream().map(place -> once(place, words::place)).toList());
            why.add(said.isEmpty() ? words.why_place(where) : words.why_words(where, said));
        });
        why.addAll(close);
        if (query.has(Filter.CONVERTIBLE)) {
            why.add(once("convertible", any -> words.why_convertible(query.convertible())));
        }
        if (query.has(Filter.CERTIFICATE)) {
            why.add(once("certificate", any -> words.why_certificate()));
        }
        if (query.has(Filter.STANDARD)) {
            why.add(once("standard", any -> words.why_standard()));
        }
        if (query.has(Filter.QUANTITY)) {
            why.add(once("quantity", any -> words.why_quantity()));
        }
        if (known && query.has(Filter.DATES)) {
            why.add(once("dates", any -> exactTimes ? words.why_dates() : words.why_weeks()));
        }
        return why;
    }

    /** Which of its other names the listing uses; nothing when it uses the very word, which is said anyway. */
    private Optional<String> sameTerm(Reason.SameTerm term) {
        List<String> others = term.saidAs().stream()
                .filter(label -> !label.equalsIgnoreCase(term.written()))
                .limit(3)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(words.why_term(term.written(), listed(others)));
    }

    private String listed(List<String> items) {
        return String.join(isEnglish() ? ", " : "、", items);
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    /** A day of the coming months, without what goes without saying. */
    private String shortly(LocalDate day) {
        return isEnglish()
                ? DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(day)
                : day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private List<SearchView.Relaxation> relaxations() {
        return result.relaxations().stream()
                .map(relaxation -> new SearchView.Relaxation(
                        words.filter(relaxation.filter()),
                        SearchAddress.of(query.without(relaxation.filter())),
                        relaxation.total()))
                .toList();
    }
}
