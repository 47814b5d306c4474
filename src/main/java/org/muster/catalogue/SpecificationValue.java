package org.muster.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a specification: {@code gsm 25 g/m²}, {@code colour white}. Units here are those of data sheets, kept as written.
 *
 * @param key one of the keys that have names in both languages ({@code gsm}, {@code width} …), or the supplier's own word
 */
public record SpecificationValue(String key, @Nullable BigDecimal amount, String unit, String text) {

    public static SpecificationValue of(String key, String amount, String unit) {
        return new SpecificationValue(key, new BigDecimal(amount), unit, "");
    }

    public static SpecificationValue of(String key, String text) {
        return new SpecificationValue(key, null, "", text);
    }

    /** As one reads it on a data sheet, without the key. */
    public String written() {
        return (amount == null ? text : (amount.toPlainString() + " " + unit + " " + text)).strip();
    }
}
