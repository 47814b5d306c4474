package org.muster.search.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.PriceLimit;
import org.muster.catalogue.Proven;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Divisions;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;
import org.muster.search.FreeDates;
import org.muster.search.Near;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.Sort;
import org.muster.search.Words;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** Reads an address into a search. What cannot be read is refused in a sentence, and the rest is searched for all the same. */
final class SearchParameters {

    private static final int LONGEST_WORDS = 200;
    private static final int MOST_CHOICES = 60;
    private static final int LONGEST_DAYS = 731;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private final MultivaluedMap<String, String> parameters;
    private final Places places;
    private final Divisions divisions;
    private final Standards standards;
    private final List<Refusal> refusals = new ArrayList<>();
    private List<Place> candidates = List.of();

    private SearchParameters(
            MultivaluedMap<String, String> parameters, Places places, Divisions divisions, Standards standards) {
        this.parameters = parameters;
        this.places = places;
        this.divisions = divisions;
        this.standards = standards;
    }

    /**
     * A search, and what of the address was refused.
     *
     * @param candidates places among which the asker has to choose
     */
    record Asked(SearchQuery query, List<Refusal> refusals, List<Place> candidates, Typed typed) {

        /** The same, asking what is meant by the words. */
        Asked meaning(SearchQuery understood) {
            return new Asked(understood, refusals, candidates, typed);
        }
    }

    /** What stands in the fields, also when it was refused. */
    record Typed(
            String words,
            String near,
            String kilometres,
            String from,
            String to,
            String amount,
            String unit,
            String convertible) {}

    static Asked read(
            MultivaluedMap<String, String> parameters,
            Places places,
            Divisions divisions,
            Standards standards,
            ZoneId zone,
            Instant now) {
        return new SearchParameters(parameters, places, divisions, standards).read(zone, now);
    }

    private Asked read(ZoneId zone, Instant now) {
        Optional<Near> near = near();
        SearchQuery query = new SearchQuery(
                words(),
                word("kind", ListingKind.values(), "unknown_kind"),
                supplyModes(),
                services(),
                word("clean-room", CleanRoom.values(), "unknown_clean_room"),
                convertible(),
                codes("division", code -> divisions.byCode(code).isPresent(), "unknown_division"),
                codes("region", this::isRegion, "unknown_region"),
                near,
                dates(zone, now),
                quantity(),
                word("level", VerificationLevel.values(), "unknown_level")
                        .filter(level -> level != VerificationLevel.UNCLAIMED),
                freshness(),
                price(),
                proven(),
                organisation(),
                sort(near),
                unknownOnly(),
                page());
        return new Asked(query, List.copyOf(refusals), candidates, typed());
    }

    private Typed typed() {
        return new Typed(
                text("q"),
                text("near"),
                text("km"),
                text("from"),
                text("to"),
                text("qty"),
                text("unit"),
                text("convert"));
    }

    private String words() {
        String words = text("q");
        if (words.length() > LONGEST_WORDS) {
            refuse("q", "words_too_long", LONGEST_WORDS);
            words = words.substring(0, LONGEST_WORDS);
        }
        if (!words.isEmpty() && Words.tokens(Words.normalised(words)).isEmpty()) {
            refuse("q", "no_word", words);
            return "";
        }
        return words;
    }

    private Set<SupplyMode> supplyModes() {
        Set<SupplyMode> modes = EnumSet.noneOf(SupplyMode.class);
        for (String text : texts("mode")) {
            find(SupplyMode.values(), text)
                    .ifPresentOrElse(modes::add, () -> refuse("mode", "unknown_supply_mode", text));
        }
        return modes;
    }

    private Set<ServiceType> services() {
        Set<ServiceType> services = EnumSet.noneOf(ServiceType.class);
        for (String text : texts("service")) {
            find(ServiceType.values(), text)
                    .ifPresentOrElse(services::add, () -> refuse("service", "unknown_service", text));
        }
        return services;
    }

    private String convertible() {
        String product = text("convert");
        if (product.length() > LONGEST_WORDS) {
            refuse("convert", "words_too_long", LONGEST_WORDS);
            product = product.substring(0, LONGEST_WORDS);
        }
        if (!product.isEmpty() && Words.tokens(Words.normalised(product)).isEmpty()) {
            refuse("convert", "no_word", product);
            return "";
        }
        return product;
    }

    private Set<String> codes(String name, Predicate<String> known, String refusal) {
        Set<String> codes = new LinkedHashSet<>();
        for (String code : texts(name)) {
            if (known.test(code)) {
                codes.add(code);
            } else {
                refuse(name, refusal, code);
            }
        }
        return codes;
    }

    private boolean isRegion(String code) {
        return places.byCode(code)
                .filter(place -> place.level() != Level.COUNTY)
                .isPresent();
    }

    private Optional<Near> near() {
        String written = text("near");
        String km = text("km");
        if (written.isEmpty()) {
            if (!km.isEmpty()) {
                refuse("near", "distance_without_place");
            }
            return Optional.empty();
        }
        Optional<Place> place = place(written);
        Optional<Integer> kilometres = Optional.empty();
        if (!km.isEmpty()) {
            kilometres = kilometres(km);
            if (kilometres.isEmpty()) {
                refuse("km", "bad_distance", km);
            }
        }
        Optional<Integer> within = kilometres;
        return place.map(found -> new Near(written, found, within));
    }

    private Optional<Place> place(String written) {
        Optional<Place> byCode = places.byCode(written);
        if (byCode.isPresent()) {
            return byCode;
        }
        PlaceAnswer answer = places.resolve(written);
        if (answer instanceof PlaceAnswer.Found found) {
            return Optional.of(found.place());
        } else if (answer instanceof PlaceAnswer.Elsewhere elsewhere) {
            return Optional.of(elsewhere.place());
        } else if (answer instanceof PlaceAnswer.Ambiguous ambiguous) {
            candidates = ambiguous.candidates();
            refuse("near", "ambiguous_place", written);
        } else {
            refuse("near", "unknown_place", written);
        }
        return Optional.empty();
    }

    private static Optional<Integer> kilometres(String text) {
        try {
            int km = new BigDecimal(plain(text)).intValueExact();
            return km >= 1 && km <= 10_000 ? Optional.of(km) : Optional.empty();
        } catch (NumberFormatException | ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private Optional<FreeDates> dates(ZoneId zone, Instant now) {
        String from = text("from");
        String to = text("to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> first =
                from.isEmpty() ? Optional.of(now.atZone(zone).toLocalDate()) : day("from", from);
        Optional<LocalDate> last = to.isEmpty() ? first : day("to", to);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            refuse("to", "dates_reversed", first.get(), last.get());
            return Optional.empty();
        }
        if (first.get().plusDays(LONGEST_DAYS).isBefore(last.get())) {
            refuse("to", "dates_too_long");
            return Optional.empty();
        }
        FreeDates dates = new FreeDates(first.get(), last.get(), zone);
        if (dates.isOver(now)) {
            refuse("to", "dates_over", last.get());
            return Optional.empty();
        }
        return Optional.of(dates);
    }

    private Optional<LocalDate> day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(plain(text));
            if (day.getYear() >= 2000 && day.getYear() < 2100) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a year nobody means.
        }
        refuse(name, "bad_date", text);
        return Optional.empty();
    }

    private Optional<Quantity> quantity() {
        String amount = text("qty");
        String unit = text("unit");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = amount(amount);
        if (number.isEmpty()) {
            refuse("qty", "bad_amount", amount);
            return Optional.empty();
        }
        if (unit.isEmpty()) {
            refuse("unit", "amount_without_unit", amount);
            return Optional.empty();
        }
        Optional<Unit> known = Unit.written(unit);
        if (known.isEmpty()) {
            refuse("unit", "unknown_unit", unit);
        }
        return known.map(one -> new Quantity(number.get(), one));
    }

    /** 120000, 120,000 and 12万 alike. */
    private static Optional<BigDecimal> amount(String text) {
        try {
            String plain = plain(text);
            int power = plain.endsWith("万") ? 4 : plain.endsWith("亿") ? 8 : 0;
            BigDecimal amount =
                    new BigDecimal(power == 0 ? plain : plain.substring(0, plain.length() - 1)).movePointRight(power);
            boolean sensible = amount.signum() > 0 && amount.compareTo(LARGEST) <= 0 && amount.scale() <= 6;
            return sensible ? Optional.of(amount) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Freshness> freshness() {
        String days = text("fresh");
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Optional<Freshness> freshness = SearchAddress.DAYS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(days))
                .map(java.util.Map.Entry::getKey)
                .findFirst();
        if (freshness.isEmpty()) {
            refuse("fresh", "unknown_freshness", days);
        }
        return freshness;
    }

    private Optional<PriceLimit> price() {
        String most = text("price");
        if (most.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> yuan = amount(most);
        if (yuan.isEmpty()) {
            refuse("price", "bad_price", most);
            return Optional.empty();
        }
        Optional<Unit> unit = Unit.written(text("per"));
        if (unit.isEmpty()) {
            refuse("price", "price_without_unit", most);
        }
        return unit.map(one -> new PriceLimit(yuan.get(), one));
    }

    private Proven proven() {
        Set<CertificateKind> kinds = EnumSet.noneOf(CertificateKind.class);
        for (String text : texts("certificate")) {
            find(CertificateKind.values(), text)
                    .ifPresentOrElse(kinds::add, () -> refuse("certificate", "unknown_certificate", text));
        }
        Set<String> asked =
                codes("standard", text -> standards.byDesignation(text).isPresent(), "unknown_standard");
        boolean orSuccessor = !asked.isEmpty() && text("successor").equals("yes");
        Set<String> accepted = new LinkedHashSet<>(asked);
        if (orSuccessor) {
            asked.stream()
                    .flatMap(designation -> standards.byDesignation(designation).stream())
                    .flatMap(edition -> standards.successorsOf(edition).stream())
                    .map(StandardEdition::designation)
                    .forEach(accepted::add);
        }
        return new Proven(kinds, asked, orSuccessor, accepted);
    }

    private Optional<OrganisationId> organisation() {
        String id = text("organisation");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OrganisationId.of(id));
        } catch (IllegalArgumentException e) {
            refuse("", "unknown_organisation");
            return Optional.empty();
        }
    }

    private Sort sort(Optional<Near> near) {
        Sort sort = word("sort", Sort.values(), "unknown_sort").orElse(Sort.RELEVANCE);
        if (sort == Sort.DISTANCE && near.isEmpty()) {
            refuse("near", "sort_needs_place");
            return Sort.RELEVANCE;
        }
        return sort;
    }

    private boolean unknownOnly() {
        String availability = text("availability");
        if (!availability.isEmpty() && !availability.equals("unknown")) {
            refuse("", "unknown_availability", availability);
        }
        return availability.equals("unknown");
    }

    private int page() {
        String page = text("page");
        if (page.isEmpty()) {
            return 1;
        }
        try {
            int number = Integer.parseInt(page);
            if (number > Search.LAST_PAGE) {
                refuse("", "page_too_far", Search.LAST_PAGE);
                return 1;
            }
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a page before the first.
        }
        refuse("", "bad_page", page);
        return 1;
    }

    private <E extends Enum<E>> Optional<E> word(String name, E[] values, String refusal) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = find(values, text);
        if (found.isEmpty()) {
            refuse(name, refusal, text);
        }
        return found;
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String text) {
        for (E value : values) {
            if (SearchAddress.word(value).equals(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private void refuse(String field, String sentence, Object... args) {
        refusals.add(Refusal.at(field, "search." + sentence, args));
    }

    private String text(String name) {
        String first = parameters.getFirst(name);
        return first == null ? "" : first.strip();
    }

    private List<String> texts(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MOST_CHOICES)
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replace(",", "")
                .replace(" ", "");
    }
}
