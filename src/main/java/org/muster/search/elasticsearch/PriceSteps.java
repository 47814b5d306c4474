package org.muster.search.elasticsearch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.muster.catalogue.ComparablePrice;
import org.muster.catalogue.PriceLimit;

/** Prices in millionths of a yuan, and the round steps (1, 2, 5, 10 …) by which they are counted beside choices. */
final class PriceSteps {

    private static final int DECIMALS = 6;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE / 10);

    private PriceSteps() {}

    static long micros(BigDecimal yuan) {
        return yuan.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_UP)
                .min(LARGEST)
                .longValueExact();
    }

    /** What is said to cost so much at most may not cost a hair more. */
    static long atMost(PriceLimit limit) {
        return limit.perBase()
                .movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_UP)
                .min(LARGEST)
                .longValueExact();
    }

    /** The dimension, and the least step that is no less than the price. */
    static String key(ComparablePrice price) {
        return price.dimension().name() + ":" + step(micros(price.yuan()));
    }

    private static long step(long micros) {
        long decade = 1;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (decade * factor >= micros) {
                    return decade * factor;
                }
            }
            decade *= 10;
        }
    }

    static String dimension(String key) {
        return key.substring(0, key.lastIndexOf(':'));
    }

    /** In yuan. */
    static BigDecimal yuan(String key) {
        return BigDecimal.valueOf(Long.parseLong(key.substring(key.lastIndexOf(':') + 1)), DECIMALS)
                .stripTrailingZeros();
    }
}
