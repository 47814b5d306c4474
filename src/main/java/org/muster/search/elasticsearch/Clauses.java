package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;
import static org.muster.search.elasticsearch.Json.with;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.PriceLimit;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;
import org.muster.search.Filter;
import org.muster.search.Fitness;
import org.muster.search.IndexQuery;
import org.muster.search.Near;
import org.muster.search.SearchQuery;
import org.muster.shared.Point;
import org.muster.shared.Quantity;

/** The hard conditions: what a viewer may see, each filter, and what is known of the time asked for. */
final class Clauses {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final IndexQuery asked;
    private final SearchQuery query;

    Clauses(IndexQuery asked) {
        this.asked = asked;
        this.query = asked.query();
    }

    /** What this viewer may find at all. */
    List<Object> visible() {
        List<Object> conditions = new ArrayList<>(open());
        if (!asked.viewpoint().hiding().isEmpty()) {
            List<String> hiding = asked.viewpoint().hiding().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            conditions.add(object("bool", object("must_not", List.of(terms("organisation", hiding)))));
        }
        if (query.freshness().filter(Freshness.SILENT::equals).isEmpty()) {
            String since = moment(asked.foundSince());
            conditions.add(object(
                    "bool",
                    object("should", List.of(range("confirmed_at", "gte", since), range("created_at", "gte", since)))));
        }
        return conditions;
    }

    private List<Object> open() {
        if (asked.viewpoint().everything()) {
            return List.of();
        }
        Set<Confidentiality> open = new HashSet<>(Set.of(Confidentiality.PUBLIC, Confidentiality.ANONYMOUS));
        if (asked.viewpoint().verifiedBuyer()) {
            open.add(Confidentiality.VERIFIED_BUYERS);
        }
        List<Object> any = new ArrayList<>();
        any.add(terms("confidentiality", names(open)));
        asked.viewpoint().own().ifPresent(own -> any.add(term("organisation", own.toString())));
        return List.of(any.size() == 1 ? any.get(0) : anyOf(any));
    }

    /** The conditions of these filters; words and dates have their own places. */
    List<Object> of(Collection<Filter> filters) {
        List<Object> clauses = new ArrayList<>();
        for (Filter filter : filters) {
            switch (filter) {
                case WORDS, DATES -> {}
                case KIND -> query.kind().ifPresent(kind -> clauses.add(term("kind", kind.name())));
                case SUPPLY_MODE -> clauses.add(terms("supply_mode", names(query.supplyModes())));
                case SERVICE -> clauses.add(terms("service_type", names(query.services())));
                case CLEAN_ROOM -> query.cleanRoom().ifPresent(room -> clauses.add(terms("clean_room", atLeast(room))));
                case CONVERTIBLE -> clauses.add(WordClauses.convertible(query.convertible(), asked.convertible()));
                case DIVISION -> clauses.add(terms("division", sorted(query.divisions())));
                case REGION -> clauses.add(region());
                case DISTANCE -> query.near().ifPresent(near -> clauses.add(within(near)));
                case QUANTITY -> query.quantity().ifPresent(quantity -> clauses.addAll(atLeast(quantity)));
                case LEVEL -> query.level().ifPresent(level -> clauses.add(terms("level", atLeast(level))));
                case FRESHNESS ->
                    query.freshness()
                            .filter(freshness -> freshness != Freshness.SILENT)
                            .ifPresent(freshness -> clauses.add(range(
                                    "confirmed_at", "gte", moment(asked.now().minus(freshness.upTo())))));
                case PRICE -> query.price().ifPresent(limit -> clauses.addAll(atMost(limit)));
                case CERTIFICATE ->
                    clauses.add(proven(terms("proofs.kind", names(query.proven().kinds()))));
                case STANDARD ->
                    clauses.add(proven(
                            terms("proofs.standards", sorted(query.proven().accepted()))));
                case ORGANISATION -> clauses.addAll(ofOrganisation());
            }
        }
        return clauses;
    }

    /**
     * Nobody knows whether it is free. Without dates: no free window lies ahead, and either one of unknown availability does, or none at all
     * does and it was declared unknown. With dates: it is not said to be free in all of them, nor to be taken in any.
     */
    Map<String, Object> unknown() {
        if (asked.period().isPresent()) {
            return object("bool", object("must_not", List.of(free(), taken())));
        }
        return object(
                "bool",
                object(
                        "filter",
                        List.of(anyOf(List.of(ahead("unknown_end"), declared(Availability.UNKNOWN)))),
                        "must_not",
                        List.of(ahead("free_end"))));
    }

    /** Somebody told; with dates, it is free in all of them. */
    Map<String, Object> known() {
        return asked.period().isPresent() ? free() : object("bool", object("must_not", List.of(unknown())));
    }

    /** Whatever of both parts answers the dates: what counts beside choices are made over. */
    List<Object> eitherPart() {
        if (query.unknownOnly()) {
            return List.of(unknown());
        }
        if (asked.period().isEmpty()) {
            return List.of();
        }
        return List.of(anyOf(List.of(free(), object("bool", object("must_not", List.of(taken()))))));
    }

    /** Regions chosen, a province narrowed to its cities where some of them are chosen too. */
    private Map<String, Object> region() {
        Set<String> cities = new HashSet<>();
        Set<String> narrowed = new HashSet<>();
        for (String code : query.regions()) {
            if (!isProvince(code)) {
                cities.add(code);
                narrowed.add(provinceOf(code));
            }
        }
        List<String> provinces = query.regions().stream()
                .filter(Clauses::isProvince)
                .filter(code -> !narrowed.contains(code))
                .sorted()
                .toList();
        List<Object> any = new ArrayList<>();
        if (!provinces.isEmpty()) {
            any.add(terms("province", provinces));
        }
        if (!cities.isEmpty()) {
            any.add(terms("city", sorted(cities)));
        }
        return any.size() == 1 ? asMap(any.get(0)) : anyOf(any);
    }

    /** Provinces of which the page shows the cities. */
    List<String> openProvinces() {
        return query.regions().stream()
                .map(Clauses::provinceOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isProvince(String code) {
        return code.endsWith("0000");
    }

    private static String provinceOf(String code) {
        return code.substring(0, 2) + "0000";
    }

    private static Map<String, Object> within(Near near) {
        return object(
                "geo_distance",
                object(
                        "distance",
                        near.kilometres().orElseThrow() + "km",
                        "point",
                        point(near.place().point())));
    }

    private List<Object> atMost(PriceLimit limit) {
        return List.of(
                term("price_dimension", limit.unit().dimension().name()),
                range("price", "lte", PriceSteps.atMost(limit)),
                priceHolds());
    }

    /** What has to hold besides the filters. */
    List<Object> fits() {
        Fitness fitness = asked.fitness();
        List<Object> clauses = new ArrayList<>();
        for (Set<CertificateKind> kinds : fitness.papers()) {
            clauses.add(proven(terms("proofs.kind", names(kinds)), fitness.day()));
        }
        fitness.confirmedSince().ifPresent(since -> clauses.add(range("confirmed_at", "gte", moment(since))));
        if (fitness.free()) {
            clauses.add(anyOf(List.of(ahead("free_end"), declared(Availability.FREE))));
        }
        return clauses;
    }

    private Map<String, Object> proven(Map<String, Object> by) {
        return proven(by, today());
    }

    private static Map<String, Object> proven(Map<String, Object> by, LocalDate day) {
        List<Object> paper = new ArrayList<>(paperHolds(day));
        paper.add(by);
        return object("nested", object("path", "proofs", "query", allOf(paper)));
    }

    /** A paper that is not valid on the day of the search proves nothing. */
    List<Object> paperHolds() {
        return paperHolds(today());
    }

    private static List<Object> paperHolds(LocalDate day) {
        return List.of(range("proofs.from", "lte", day.toString()), range("proofs.to", "gte", day.toString()));
    }

    private LocalDate today() {
        return asked.now().atZone(CHINA).toLocalDate();
    }

    /** A price that has run out is none. */
    Map<String, Object> priceHolds() {
        return range("price_until", "gte", today().toString());
    }

    private static List<Object> atLeast(Quantity quantity) {
        return List.of(
                term("dimension", quantity.unit().dimension().name()), range("quantity", "gte", quantity.inBase()));
    }

    private static List<String> atLeast(CleanRoom room) {
        return Arrays.stream(CleanRoom.values())
                .filter(each -> each.isAtLeast(room))
                .map(Enum::name)
                .toList();
    }

    private static List<String> atLeast(VerificationLevel level) {
        return Arrays.stream(VerificationLevel.values())
                .filter(each -> each.isAtLeast(level))
                .map(Enum::name)
                .toList();
    }

    /** An anonymous listing is not among those of its organisation: whoever asks for the organisation would learn whose it is. */
    private List<Object> ofOrganisation() {
        var organisation = query.organisation().orElseThrow();
        var its = term("organisation", organisation.toString());
        if (asked.viewpoint().everything()
                || asked.viewpoint().own().filter(organisation::equals).isPresent()) {
            return List.of(its);
        }
        return List.of(
                its,
                object("bool", object("must_not", List.of(term("confidentiality", Confidentiality.ANONYMOUS.name())))));
    }

    /** One window covers the whole period, or it was declared free and no window ahead says otherwise. */
    private Map<String, Object> free() {
        return anyOf(List.of(during("free", "contains"), declared(Availability.FREE)));
    }

    /** Taken in some of the period, in every window ahead, or declared so. */
    private Map<String, Object> taken() {
        Map<String, Object> inEveryWindow = object(
                "bool",
                object(
                        "filter",
                        List.of(ahead("windows_end")),
                        "must_not",
                        List.of(ahead("free_end"), ahead("unknown_end"))));
        return anyOf(List.of(during("taken", "intersects"), inEveryWindow, declared(Availability.NOT_FREE)));
    }

    private Map<String, Object> during(String ranges, String relation) {
        var period = asked.period().orElseThrow();
        return object(
                "range",
                object(
                        asked.viewpoint().exactTimes() ? ranges : ranges + "_weeks",
                        object("gte", moment(period.from()), "lt", moment(period.to()), "relation", relation)));
    }

    /** What was declared counts as long as no window lies ahead. */
    private Map<String, Object> declared(Availability availability) {
        return object(
                "bool",
                object(
                        "filter",
                        List.of(term("declared", availability.name())),
                        "must_not",
                        List.of(ahead("windows_end"))));
    }

    /** Something ends after now, as finely as the viewer may know. */
    private Map<String, Object> ahead(String end) {
        return range(asked.viewpoint().exactTimes() ? end : end + "_week", "gt", moment(asked.reference()));
    }

    static Map<String, Object> term(String field, String value) {
        return object("term", object(field, value));
    }

    static Map<String, Object> terms(String field, List<String> values) {
        return object("terms", object(field, values));
    }

    static Map<String, Object> range(String field, String relation, Object value) {
        return object("range", object(field, object(relation, value)));
    }

    static Map<String, Object> anyOf(List<?> clauses) {
        return object("bool", object("should", clauses, "minimum_should_match", 1));
    }

    static Map<String, Object> allOf(List<?> clauses) {
        return clauses.isEmpty() ? object("match_all", Map.of()) : object("bool", object("filter", clauses));
    }

    static Map<String, Object> point(Point point) {
        return object("lat", point.latitude(), "lon", point.longitude());
    }

    static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static <T extends Enum<T>> List<String> names(Collection<T> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object clause) {
        return (Map<String, Object>) clause;
    }

    /** A clause under a name, by which a hit tells that it was met. */
    static Map<String, Object> named(String name, Map<String, Object> bool) {
        with(asMap(bool.values().iterator().next()), "_name", name);
        return bool;
    }
}
