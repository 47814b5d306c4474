package org.muster.search.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.PriceLimit;
import org.muster.search.FreeDates;
import org.muster.search.Near;
import org.muster.search.SearchQuery;
import org.muster.search.Sort;
import org.muster.shared.Quantity;

/** The address of a search. One search has one address: parameters in one order, what is usual left out. */
final class SearchAddress {

    static final String PATH = "/search";
    /** Days of each grade of freshness that can be asked for; all are those too that silence took out of search. */
    static final Map<Freshness, String> DAYS =
            Map.of(Freshness.FRESH, "7", Freshness.AGEING, "30", Freshness.STALE, "90", Freshness.SILENT, "all");

    private final StringBuilder address = new StringBuilder(PATH);
    private char next = '?';

    private SearchAddress() {}

    static String of(SearchQuery query) {
        SearchAddress address = new SearchAddress();
        address.add("q", query.words());
        query.kind().ifPresent(kind -> address.add("kind", word(kind)));
        address.addAll(
                "mode",
                query.supplyModes().stream().map(SearchAddress::word).sorted().toList());
        address.addAll(
                "service",
                query.services().stream().map(SearchAddress::word).sorted().toList());
        query.cleanRoom().ifPresent(room -> address.add("clean-room", word(room)));
        address.add("convert", query.convertible());
        address.addAll("division", query.divisions().stream().sorted().toList());
        address.addAll("region", query.regions().stream().sorted().toList());
        query.near().ifPresent(near -> address.addNear(near));
        query.dates().ifPresent(dates -> address.addDates(dates));
        query.quantity().ifPresent(quantity -> address.addQuantity(quantity));
        query.level().ifPresent(level -> address.add("level", word(level)));
        query.freshness().ifPresent(freshness -> address.add("fresh", String.valueOf(DAYS.get(freshness))));
        query.price().ifPresent(limit -> address.addPrice(limit));
        address.addAll(
                "certificate",
                query.proven().kinds().stream()
                        .map(SearchAddress::word)
                        .sorted()
                        .toList());
        address.addAll("standard", query.proven().standards().stream().sorted().toList());
        if (query.proven().orSuccessor()) {
            address.add("successor", "yes");
        }
        query.organisation().ifPresent(organisation -> address.add("organisation", organisation.toString()));
        if (query.sort() != Sort.RELEVANCE) {
            address.add("sort", word(query.sort()));
        }
        if (query.unknownOnly()) {
            address.add("availability", "unknown");
        }
        if (query.page() > 1) {
            address.add("page", String.valueOf(query.page()));
        }
        return address.address.toString();
    }

    /** The word of an enum in addresses: {@code production-line}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void addNear(Near near) {
        add("near", near.written());
        near.kilometres().ifPresent(km -> add("km", km.toString()));
    }

    private void addDates(FreeDates dates) {
        add("from", dates.first().toString());
        add("to", dates.last().toString());
    }

    private void addQuantity(Quantity quantity) {
        BigDecimal amount = quantity.amount();
        add("qty", amount.toPlainString());
        add("unit", quantity.unit().code());
    }

    private void addPrice(PriceLimit limit) {
        add("price", limit.yuan().toPlainString());
        add("per", limit.unit().code());
    }

    private void addAll(String name, Collection<String> values) {
        values.forEach(value -> add(name, value));
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            address.append(next).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            next = '&';
        }
    }
}
