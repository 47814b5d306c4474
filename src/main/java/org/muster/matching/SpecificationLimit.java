package org.muster.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a data sheet must say under one key.
 *
 * @param least of the amount; null for no lower limit
 * @param most of the amount; null for no upper limit
 * @param unit of both, as data sheets write it
 * @param text instead of an amount; empty when an amount is asked for
 */
public record SpecificationLimit(
        String key, @Nullable BigDecimal least, @Nullable BigDecimal most, String unit, String text) {

    public SpecificationLimit {
        if (text.isBlank() == (least == null && most == null)) {
            throw new IllegalArgumentException("A limit is of an amount or of a text: " + key);
        }
    }

    public static SpecificationLimit atLeast(String key, String amount, String unit) {
        return new SpecificationLimit(key, new BigDecimal(amount), null, unit, "");
    }

    public static SpecificationLimit between(String key, String least, String most, String unit) {
        return new SpecificationLimit(key, new BigDecimal(least), new BigDecimal(most), unit, "");
    }

    public static SpecificationLimit saying(String key, String text) {
        return new SpecificationLimit(key, null, null, "", text);
    }
}
