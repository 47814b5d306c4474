package org.muster.importexport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muster.catalogue.DailyOutput;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.importexport.Finding.Sentence;
import org.muster.reference.Mention;
import org.muster.reference.ReferencePrices;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * Whether what a listing says can be so. Each rule looks at one thing and says one sentence; what it flags waits for somebody, who keeps it as it is
 * written or leaves it out. Pure.
 */
final class Plausibility {

    private static final Currency YUAN = Currency.getInstance("CNY");

    /** What is counted or weighed as a product is; machines and services go by other units than their words. */
    private static final Set<ListingKind> GOODS =
            EnumSet.of(ListingKind.PRODUCTION_LINE, ListingKind.MATERIAL, ListingKind.FINISHED_STOCK);

    private final Terms terms;

    Plausibility(Terms terms) {
        this.terms = terms;
    }

    List<Finding> of(ListingDraft draft) {
        return Stream.of(
                        farAboveTheUsualPrice(draft),
                        moreThanAnybody(draft),
                        moreThanTheLineMakes(draft),
                        inAnotherUnit(draft))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A slip of the decimal point, or of the unit that the price is for. */
    Optional<Finding> farAboveTheUsualPrice(ListingDraft draft) {
        Price price = draft.price();
        if (price == null || !price.money().currency().equals(YUAN)) {
            return Optional.empty();
        }
        return things(draft)
                .flatMap(thing -> terms.withBroader(thing).stream())
                .flatMap(term -> ReferencePrices.of(term.key()).stream())
                .filter(usual ->
                        usual.unit().dimension().equals(price.per().unit().dimension()))
                .findFirst()
                .flatMap(usual -> {
                    BigDecimal yuan = price.money()
                            .major()
                            .multiply(usual.unit().factor())
                            .divide(price.per().inBase(), 6, RoundingMode.HALF_UP);
                    return yuan.compareTo(usual.yuan().multiply(ReferencePrices.FAR_ABOVE)) > 0
                            ? Optional.of(flag(
                                    Column.PRICE,
                                    "price_far_above",
                                    plain(yuan.setScale(2, RoundingMode.HALF_UP)),
                                    Sentence.unit(usual.unit().code()),
                                    plain(usual.yuan())))
                            : Optional.empty();
                });
    }

    /** One public list had a row of 10^14 face shields. */
    Optional<Finding> moreThanAnybody(ListingDraft draft) {
        Quantity quantity = draft.quantity();
        return quantity != null && quantity.amount().compareTo(CapacityRule.ABSURD) >= 0
                ? Optional.of(flag(Column.CAPACITY, "quantity_hard_to_believe"))
                : Optional.empty();
    }

    /** A day has the hours that the line works, and in each the slowest operation lets so much through. */
    Optional<Finding> moreThanTheLineMakes(ListingDraft draft) {
        Quantity quantity = draft.quantity();
        if (quantity == null || draft.kind() != ListingKind.PRODUCTION_LINE) {
            return Optional.empty();
        }
        return DailyOutput.of(draft.operations(), draft.hoursPerDay())
                .filter(makes -> makes.unit().dimension().equals(quantity.unit().dimension()))
                .filter(makes -> quantity.inBase().compareTo(makes.inBase()) > 0)
                .map(makes -> flag(
                        Column.CAPACITY,
                        "quantity_above_rate",
                        plain(makes.amount()),
                        Sentence.unit(makes.unit().code())));
    }

    /** Nobody stocks masks by the cubic metre. */
    Optional<Finding> inAnotherUnit(ListingDraft draft) {
        Quantity quantity = draft.quantity();
        if (quantity == null || !GOODS.contains(draft.kind())) {
            return Optional.empty();
        }
        List<Unit> usual = new ArrayList<>();
        things(draft)
                .forEach(thing -> terms.withBroader(thing).stream()
                        .flatMap(term -> term.defaultUnit().stream())
                        .flatMap(written -> Unit.written(written).stream())
                        .findFirst()
                        .ifPresent(usual::add));
        return usual.isEmpty() || usual.stream().anyMatch(unit -> CapacityRule.fits(quantity.unit(), Optional.of(unit)))
                ? Optional.empty()
                : Optional.of(flag(
                        Column.CAPACITY,
                        "unit_does_not_fit",
                        Sentence.unit(quantity.unit().code()),
                        Sentence.unit(usual.get(0).code())));
    }

    /** What the listing makes or is, by the longest word that the glossary knows of each product. */
    private Stream<Term> things(ListingDraft draft) {
        return draft.products().stream()
                .map(product -> terms.mentions(product).stream()
                        .max(Comparator.comparingInt(mention -> mention.end() - mention.start()))
                        .map(Mention::term)
                        .orElse(null))
                .filter(Objects::nonNull);
    }

    private static Finding flag(Column column, String key, Object... args) {
        return Finding.flag(column, Sentence.of(key, args), Sentence.of("take_as_written"));
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
