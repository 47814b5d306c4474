package org.muster.search;

/**
 * A search of which nobody reads a page, only who is found.
 *
 * @param known how many hits of known availability to bring at most
 * @param unknown and how many of unknown availability
 */
public record Sought(SearchQuery query, int known, int unknown) {}
