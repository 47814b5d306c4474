package org.muster.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import org.muster.shared.Money;
import org.muster.shared.Quantity;

/** Numbers as people of a language read them; what is shown may be rounded, what is exact is always said beside it. */
public final class Figures {

    /** A number with its unit apart, since units are set lighter, and the exact wording for the title. */
    public record Figure(String number, String unit, String exact) {}

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

    /** Never used itself, since it is not safe for many at once: copied, which is much quicker than reading the pattern again. */
    private static final DecimalFormat GROUPED =
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private Figures() {}

    /** 200,000 pieces reads 20 万只 in Chinese; from four digits on the shown number is rounded. */
    public static Figure quantity(Quantity quantity, Locale locale) {
        String unit = quantity.unit().counting(quantity.amount(), locale);
        String exact = exact(quantity, locale);
        BigDecimal amount = quantity.amount();
        if (isChinese(locale) && amount.abs().compareTo(WAN) >= 0) {
            boolean yi = amount.abs().compareTo(YI) >= 0;
            BigDecimal shown = amount.divide(yi ? YI : WAN).round(SHOWN);
            if (!yi && shown.abs().compareTo(WAN) >= 0) {
                return new Figure(number(shown.divide(WAN)), "亿" + unit, exact);
            }
            return new Figure(number(shown), (yi ? "亿" : "万") + unit, exact);
        }
        return new Figure(number(amount), unit, exact);
    }

    public static String exact(Quantity quantity, Locale locale) {
        return number(quantity.amount()) + " " + quantity.unit().counting(quantity.amount(), locale);
    }

    /** With thousands separated, every digit kept. */
    public static String number(BigDecimal number) {
        DecimalFormat format = (DecimalFormat) GROUPED.clone();
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** ¥1,234.50 in Chinese, CNY 1,234.50 elsewhere: a yuan sign alone is a yen to others. */
    public static String money(Money money, Locale locale) {
        DecimalFormat format = (DecimalFormat) GROUPED.clone();
        Currency currency = money.currency();
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        String amount = format.format(money.major());
        return isChinese(locale) && currency.equals(Money.YUAN)
                ? "¥" + amount
                : currency.getCurrencyCode() + " " + amount;
    }

    /** 0.13 reads 13 %. */
    public static String percent(BigDecimal fraction) {
        return number(fraction.movePointRight(2).stripTrailingZeros()) + "%";
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
