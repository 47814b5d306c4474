package org.muster.search;

import java.util.List;
import org.muster.reference.Term;

/**
 * A term of the glossary that the query mentions, with everything a listing may call it.
 *
 * @param written as it stands in the query
 * @param labels its names in both languages, synonyms and abbreviations, and those of narrower terms
 * @param guessed the query does not say it, but what looks like a slip of it
 */
public record WordGroup(String written, Term term, List<String> labels, boolean guessed) {

    public WordGroup {
        labels = List.copyOf(labels);
    }
}
