package org.muster.notification;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muster.ask.AskLetter;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;

/** On what terms something is asked for: at which price, which says what is in it, and by which law. */
final class AskTerms {

    private AskTerms() {}

    static String say(AskLetter ask, LetterMessages words, Locale locale) {
        return words.ask_terms(
                ask.price().map(price -> price(price, words, locale)).orElseGet(words::ask_no_price),
                Stream.of(words.ask_basis(ask.basis()), ask.basisAuthority(), ask.basisDocument())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static String price(Price price, LetterMessages words, Locale locale) {
        String unit = price.per().amount().compareTo(BigDecimal.ONE) == 0
                ? price.per().unit().counting(BigDecimal.ONE, locale)
                : amount(price.per(), locale);
        PriceBasis basis = price.basis();
        return Stream.of(
                        price.money().currency().getCurrencyCode() + " "
                                + price.money().major().toPlainString() + " / " + unit,
                        (basis.taxIncluded() ? words.tax_included() : words.tax_excluded())
                                + basis.taxRate()
                                        .map(rate -> " "
                                                + rate.movePointRight(2)
                                                        .stripTrailingZeros()
                                                        .toPlainString()
                                                + "%")
                                        .orElse(""),
                        words.invoice(basis.invoice()),
                        words.delivery(basis.delivery()),
                        basis.validUntil()
                                .map(day -> words.price_until(day.toString()))
                                .orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String amount(Quantity quantity, Locale locale) {
        return quantity.amount().toPlainString() + " " + quantity.unit().counting(quantity.amount(), locale);
    }
}
