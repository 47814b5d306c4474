package org.muster.planning.model;

/** What the constructors of the model insist on; a breach is a programming error of whoever built the problem. */
final class Require {

    static void notNegative(long value, String name, String of) {
        that(value >= 0, "%s of %s is negative: %d", name, of, value);
    }

    static void positive(long value, String name, String of) {
        that(value > 0, "%s of %s is not positive: %d", name, of, value);
    }

    static void index(int index, int size, String name, String of) {
        that(0 <= index && index < size, "%s of %s points nowhere: %d of %d", name, of, index, size);
    }

    static void that(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(sentence, values));
        }
    }

    private Require() {}
}
