package org.muster.planning.solver;

/** Orders positions by a key: all of them, or only as far as needed. In place, without boxing: this is the inner loop of bound and search. */
final class Cheapest {

    private static final int FEW = 16;

    /** Sorts {@code items[from..to)} by {@code key[item]}. */
    static void sort(int[] items, double[] key, int from, int to) {
        int low = from;
        int high = to;
        while (high - low > FEW) {
            int middle = split(items, key, low, high);
            if (middle - low < high - middle) {
                sort(items, key, low, middle);
                low = middle;
            } else {
                sort(items, key, middle, high);
                high = middle;
            }
        }
        insert(items, key, low, high);
    }

    /** Rearranges {@code items[from..to)} so that the items of a prefix have the lowest keys and their amounts just reach {@code enough}, in order at its end. */
    static void select(int[] items, double[] key, long[] amount, int from, int to, long enough) {
        int low = from;
        int high = to;
        long missing = enough;
        while (high - low > FEW) {
            int middle = split(items, key, low, high);
            long sum = 0;
            for (int i = low; i < middle; i++) {
                sum += amount[items[i]];
            }
            if (sum >= missing) {
                high = middle;
            } else {
                missing -= sum;
                low = middle;
            }
        }
        insert(items, key, low, high);
    }

    /** Splits at the median of three, so neither part is empty. */
    private static int split(int[] items, double[] key, int from, int to) {
        double a = key[items[from]];
        double b = key[items[(from + to) >>> 1]];
        double c = key[items[to - 1]];
        double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        int i = from - 1;
        int j = to;
        while (true) {
            do {
                i++;
            } while (key[items[i]] < pivot);
            do {
                j--;
            } while (key[items[j]] > pivot);
            if (i >= j) {
                return j + 1;
            }
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }

    private static void insert(int[] items, double[] key, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int item = items[i];
            double at = key[item];
            int j = i - 1;
            while (j >= from && key[items[j]] > at) {
                items[j + 1] = items[j];
                j--;
            }
            items[j + 1] = item;
        }
    }

    private Cheapest() {}
}
