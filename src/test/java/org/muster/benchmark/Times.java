package org.muster.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Durations of many runs of one thing, in milliseconds. */
record Times(double[] sorted) {

    static Times of(long[] nanos) {
        return new Times(
                Arrays.stream(nanos).sorted().mapToDouble(nano -> nano / 1e6).toArray());
    }

    double least() {
        return sorted[0];
    }

    double median() {
        return at(0.5);
    }

    double p95() {
        return at(0.95);
    }

    double p99() {
        return at(0.99);
    }

    private double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    static String ms(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
