package org.muster.shell;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** {@code {say:…}} in templates: figures and times in the language and zone of the page. */
@TemplateExtension(namespace = "say")
final class Wording {

    static final String ZONE = "zone";

    private Wording() {}

    static Figures.Figure quantity(Quantity quantity, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        return Figures.quantity(quantity, language(locale));
    }

    static String unit(Unit unit, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        return unit.name(language(locale));
    }

    static String number(Object number) {
        return Figures.number(new BigDecimal(number.toString()));
    }

    static String money(Money money, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        return Figures.money(money, language(locale));
    }

    /** ¥185.00 / 1,000 只; a price for one says only the unit. */
    static String price(Price price, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        Locale language = language(locale);
        boolean one = price.per().amount().compareTo(BigDecimal.ONE) == 0;
        return Figures.money(price.money(), language) + " / "
                + (one ? price.per().unit().counting(BigDecimal.ONE, language) : Figures.exact(price.per(), language));
    }

    /** 含税 13% · 专票 · 出厂; what was not said is left out. */
    static String basis(PriceBasis basis, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        Locale language = language(locale);
        ShellMessages words = Language.messages(ShellMessages.class, language);
        StringBuilder said = new StringBuilder(basis.taxIncluded() ? words.tax_included() : words.tax_excluded());
        basis.taxRate().ifPresent(rate -> said.append(' ').append(Figures.percent(rate)));
        switch (basis.invoice()) {
            case SPECIAL_VAT -> said.append(" · ").append(words.invoice_special());
            case ORDINARY -> said.append(" · ").append(words.invoice_ordinary());
            case NONE -> said.append(" · ").append(words.invoice_none());
            case UNSAID -> {}
        }
        switch (basis.delivery()) {
            case EX_WORKS -> said.append(" · ").append(words.ex_works());
            case DELIVERED -> said.append(" · ").append(words.delivered());
            case UNSAID -> {}
        }
        basis.validUntil().ifPresent(day -> said.append(" · ").append(words.valid_until(Times.day(day, language))));
        return said.toString();
    }

    static String moment(
            Instant at,
            @TemplateAttribute(TemplateInstance.LOCALE) Object locale,
            @TemplateAttribute(ZONE) Object zone) {
        return Times.moment(at, zone(zone), language(locale), now());
    }

    static String exactly(
            Instant at,
            @TemplateAttribute(TemplateInstance.LOCALE) Object locale,
            @TemplateAttribute(ZONE) Object zone) {
        return Times.exact(at, zone(zone), language(locale));
    }

    static String ago(Instant at, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        return Times.ago(at, language(locale), now());
    }

    static String day(LocalDate day, @TemplateAttribute(TemplateInstance.LOCALE) Object locale) {
        return Times.day(day, language(locale));
    }

    private static Locale language(@Nullable Object locale) {
        return locale instanceof Locale known && known.getLanguage().equals("en") ? Language.ENGLISH : Language.CHINESE;
    }

    private static ZoneId zone(@Nullable Object zone) {
        return zone instanceof ZoneId known ? known : Language.BEIJING;
    }

    private static Instant now() {
        return Arc.container().instance(Clock.class).get().instant();
    }
}
