package org.muster.search;

/**
 * A search of which nobody reads a page, only who is found.
 *
 * @param fitness what only the index can tell at once; while it is away, these are left to whoever asks
 * @param known how many hits of known availability to bring at most
 * @param unknown and how many of unknown availability
 */
public record Sought(SearchQuery query, Fitness fitness, int known, int unknown) {

    public Sought(SearchQuery query, int known, int unknown) {
        this(query, Fitness.any(), known, unknown);
    }
}
