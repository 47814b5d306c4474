package org.muster.planning.model;

import java.math.BigInteger;

/** Proportions of whole numbers without rounding errors, also where the product leaves the range of a long. */
final class Exact {

    /** The greatest whole number not above {@code a × b ÷ divisor}; none of them negative. */
    static long floorOfProduct(long a, long b, long divisor) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / divisor;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }

    /** The least whole number not below {@code a × b ÷ divisor}; none of them negative. */
    static long ceilOfProduct(long a, long b, long divisor) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / divisor + (a * b % divisor == 0 ? 0 : 1);
        }
        BigInteger[] parts =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(divisor));
        return parts[0].longValueExact() + parts[1].signum();
    }

    private Exact() {}
}
