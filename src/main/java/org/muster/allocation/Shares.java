package org.muster.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares out whole units by weight; what is left over goes to the greatest fractions, so that nothing is lost and nothing is made up. */
final class Shares {

    private Shares() {}

    /** @param weights not negative, at least one of them positive */
    static Map<String, Long> of(long units, Map<String, Long> weights) {
        BigInteger sum = weights.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("Nobody has a share");
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        Map<String, BigInteger> fractions = new LinkedHashMap<>();
        long left = units;
        for (Map.Entry<String, Long> one : weights.entrySet()) {
            BigInteger[] part = BigInteger.valueOf(units)
                    .multiply(BigInteger.valueOf(one.getValue()))
                    .divideAndRemainder(sum);
            parts.put(one.getKey(), part[0].longValueExact());
            fractions.put(one.getKey(), part[1]);
            left -= part[0].longValueExact();
        }
        List<Map.Entry<String, BigInteger>> greatest = new ArrayList<>(fractions.entrySet());
        greatest.sort(Map.Entry.<String, BigInteger>comparingByValue(Comparator.reverseOrder()));
        for (int i = 0; i < left; i++) {
            parts.merge(greatest.get(i).getKey(), 1L, Long::sum);
        }
        return parts;
    }
}
