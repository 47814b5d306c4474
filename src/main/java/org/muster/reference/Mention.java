package org.muster.reference;

/**
 * Where a text speaks of a term.
 *
 * @param start where it begins in the text as it was given
 * @param end where it ends, exclusive
 * @param written the letters between the two
 */
public record Mention(int start, int end, String written, Term term) {}
