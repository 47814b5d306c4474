package org.muster.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Where in a long list somebody is.
 *
 * @param page the page shown, counted from 1
 * @param size rows on a page
 * @param total rows in all
 * @param urlOfPage the address of a page; the query lives in it
 */
public record Pager(int page, int size, long total, IntFunction<String> urlOfPage) {

    /** A page to go to, or a gap where {@code number} is 0. */
    public record Step(int number, String url, boolean current) {
        public boolean gap() {
            return number == 0;
        }
    }

    private static final Step GAP = new Step(0, "", false);

    public Pager {
        if (page < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("No such page: " + page + " of " + total + " rows by " + size);
        }
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean needed() {
        return total > size;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    public String previousUrl() {
        return urlOfPage.apply(page - 1);
    }

    public String nextUrl() {
        return urlOfPage.apply(page + 1);
    }

    public long first() {
        return total == 0 ? 0 : (long) (page - 1) * size + 1;
    }

    public long last() {
        return Math.min(total, (long) page * size);
    }

    /** The first, the last, and two on either side of the present one. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (int number : IntStream.rangeClosed(1, pages())
                .filter(n -> n == 1 || n == pages() || Math.abs(n - page) <= 2)
                .toArray()) {
            if (number > before + 1) {
                steps.add(GAP);
            }
            steps.add(new Step(number, urlOfPage.apply(number), number == page));
            before = number;
        }
        return steps;
    }
}
