package org.muster.shortlist.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ComparablePrice;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Weeks;
import org.muster.reference.Places;
import org.muster.shared.ListingId;
import org.muster.shared.Price;
import org.muster.shared.Unit;
import org.muster.shell.Figures;
import org.muster.shell.Language;

/** What stands in each column of a comparison, and in which rows the columns differ. */
final class Columns {

    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

    private final List<ListingView> listings;
    private final Places places;
    private final Language language;
    private final ShortlistMessages say;
    private final LocalDate today;

    Columns(List<ListingView> listings, Places places, Language language, Instant now) {
        this.listings = listings;
        this.places = places;
        this.language = language;
        this.say = language.messages(ShortlistMessages.class);
        this.today = now.atZone(Weeks.ZONE).toLocalDate();
    }

    List<Comparison.Column> columns() {
        return listings.stream().map(this::column).toList();
    }

    private Comparison.Column column(ListingView listing) {
        Optional<ComparablePrice> comparable = ComparablePrice.of(listing.price(), today);
        Price price = listing.price();
        String titleEn = listing.titleEn();
        boolean english = !language.isChinese() && titleEn != null && !titleEn.isBlank();
        return new Comparison.Column(
                listing,
                title(listing.title(), titleEn),
                english ? "en" : "zh-CN",
                organisation(listing),
                place(listing.placeCode()),
                listing.kind().name(),
                comparable.map(this::inWords).orElse(null),
                price == null || comparable.isEmpty()
                        ? null
                        : say.basis(
                                unit(comparable.get()).name(language.locale()),
                                say.delivery(price.basis().delivery())),
                comparable.filter(this::isLowest).isPresent(),
                Choice.compare(without(listing.id())));
    }

    String title(String title, @Nullable String titleEn) {
        return language.isChinese() || titleEn == null || titleEn.isBlank() ? title : titleEn;
    }

    String place(String code) {
        return places.byCode(code)
                .map(place -> places.wholeName(place, language.locale()))
                .orElse(code);
    }

    private @Nullable String organisation(ListingView listing) {
        String english = listing.organisationNameEn();
        return !language.isChinese() && english != null && !english.isBlank() ? english : listing.organisationName();
    }

    /** Of the dimension's units the one all of them are read in: that of the first price. */
    private Unit unit(ComparablePrice price) {
        return listings.stream()
                .map(ListingView::price)
                .filter(Objects::nonNull)
                .map(each -> each.per().unit())
                .filter(unit -> unit.dimension().equals(price.dimension()))
                .findFirst()
                .orElseThrow();
    }

    private String inWords(ComparablePrice price) {
        BigDecimal yuan = price.perUnit(unit(price));
        BigDecimal shown =
                yuan.precision() - yuan.scale() > 4 ? yuan.setScale(0, RoundingMode.HALF_UP) : yuan.round(SHOWN);
        return (language.isChinese() ? "¥" : "CNY ") + Figures.number(shown);
    }

    /** Only among several of one dimension is one the lowest. */
    private boolean isLowest(ComparablePrice price) {
        List<BigDecimal> same = listings.stream()
                .flatMap(each -> ComparablePrice.of(each.price(), today).stream())
                .filter(each -> each.dimension().equals(price.dimension()))
                .map(ComparablePrice::yuan)
                .toList();
        return same.size() > 1 && same.stream().noneMatch(each -> each.compareTo(price.yuan()) < 0);
    }

    private List<ListingId> without(ListingId one) {
        return listings.stream()
                .map(ListingView::id)
                .filter(id -> !id.equals(one))
                .toList();
    }

    List<Comparison.SpecificationRow> specification() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (int column = 0; column < listings.size(); column++) {
            for (var value : listings.get(column).specification()) {
                List<String> row = rows.computeIfAbsent(value.key(), key -> blanks());
                String before = row.get(column);
                row.set(column, before.isEmpty() ? value.written() : before + " · " + value.written());
            }
        }
        return rows.entrySet().stream()
                .map(row -> new Comparison.SpecificationRow(
                        row.getKey(), row.getValue(), new HashSet<>(row.getValue()).size() > 1))
                .toList();
    }

    private List<String> blanks() {
        List<String> blanks = new ArrayList<>();
        listings.forEach(each -> blanks.add(""));
        return blanks;
    }

    Set<String> differing() {
        Map<String, Function<ListingView, @Nullable Object>> rows = new LinkedHashMap<>();
        rows.put("kind", ListingView::kind);
        rows.put("level", ListingView::level);
        rows.put("place", ListingView::placeCode);
        rows.put("availability", ListingView::availability);
        rows.put("weeks", ListingView::weeks);
        rows.put("quantity", each -> each.quantity());
        rows.put(
                "one_basis",
                each -> ComparablePrice.of(each.price(), today)
                        .map(price -> price.yuan().stripTrailingZeros()
                                + price.dimension().name())
                        .orElse(""));
        rows.put("supply_mode", ListingView::supplyMode);
        rows.put("products", each -> Set.copyOf(each.products()));
        rows.put("convertible", each -> Set.copyOf(each.convertibleProducts()));
        rows.put("operations", each -> Set.copyOf(each.operations()));
        rows.put("minimum", each -> each.minimumOrder());
        rows.put("ready", each -> each.readyDate());
        Set<String> differing = new HashSet<>();
        rows.forEach((name, value) -> {
            if (listings.stream()
                            .map(value)
                            .map(Optional::ofNullable)
                            .distinct()
                            .count()
                    > 1) {
                differing.add(name);
            }
        });
        return differing;
    }
}
