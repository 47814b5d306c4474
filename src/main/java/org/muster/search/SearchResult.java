package org.muster.search;

import java.util.List;
import java.util.Optional;
import org.muster.catalogue.ListingCard;

/**
 * What a search found.
 *
 * @param fromIndex whether the index answered; else PostgreSQL did, without counts beside choices and without reasons
 * @param known those whose availability somebody told; empty, with its total, when only the others were asked for
 * @param unknown those where nobody did: a few of them beside the known ones, a page of them when only they were asked for
 * @param groups what the glossary made of the words
 * @param relaxations filled when nothing was found: which filter stands in the way, and how many there are without it
 */
public record SearchResult(
        boolean fromIndex,
        Part known,
        Part unknown,
        Optional<Facets> facets,
        List<WordGroup> groups,
        List<Relaxation> relaxations) {

    public SearchResult {
        groups = List.copyOf(groups);
        relaxations = List.copyOf(relaxations);
    }

    /** @param total of all pages */
    public record Part(long total, List<Hit> hits) {

        public Part {
            hits = List.copyOf(hits);
        }
    }

    /** @param kilometres from the place asked for, when one was */
    public record Hit(ListingCard card, Optional<Long> kilometres, List<Reason> why) {

        public Hit {
            why = List.copyOf(why);
        }
    }

    /** Nothing asked and nothing found. */
    public static SearchResult none() {
        Part nothing = new Part(0, List.of());
        return new SearchResult(true, nothing, nothing, Optional.empty(), List.of(), List.of());
    }

    /** Without this filter so many would be found. */
    public record Relaxation(Filter filter, long total) {}

    public boolean isEmpty() {
        return known.total() == 0 && unknown.total() == 0;
    }
}
