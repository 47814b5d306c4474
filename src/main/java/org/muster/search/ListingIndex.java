package org.muster.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.shared.ListingId;

/** The index, as search needs it. Every method throws {@link IndexAway} when the index does not answer. */
public interface ListingIndex {

    IndexAnswer search(IndexQuery query);

    /** Of each, only which they are, those of unknown availability behind the others: nothing is counted, named or marked. */
    List<List<ListingId>> ids(List<IndexQuery> queries);

    /** What of a search lies in a box of the map: about so many cells across, and the ids of the best. */
    MapAnswer map(IndexQuery query, MapBox box, int cellsAcross, int most);

    /** Only the counts of each, known and unknown together, in one round trip. */
    List<Long> counts(List<IndexQuery> queries);

    /**
     * Brings listings up to date, in the index in force and in one being built; what is already newer there stays.
     *
     * @param gone listings nobody may find any more, with the revision that took them away
     */
    void write(List<IndexedListing> listings, Map<ListingId, Long> gone);

    /** What state the index is in; never throws, an index that does not answer is a state too. */
    IndexState state();

    /** Whether an index is in force and has the shape that this version of Muster writes. */
    Fitness fitness();

    /** Begins to build a new index beside the one in force; removes what a killed rebuild left behind. */
    Rollover rollover(String by);

    /** How the index in force suits this version of Muster. */
    enum Fitness {
        FIT,
        MISSING,
        OTHER_SHAPE
    }

    /** A new index being built: filled, then put in force by {@link #commit}; closed without it, everything is as before. */
    interface Rollover extends AutoCloseable {

        void add(List<IndexedListing> listings);

        /** @return how many listings the new index holds */
        long commit();

        @Override
        void close();
    }

    /** The last rebuild, as the index itself remembers it. */
    record Built(Instant startedAt, Duration took, long listings, String by) {}

    /** A reachable index, or why it is not. */
    record IndexState(
            boolean reachable,
            String problem,
            Optional<String> name,
            long listings,
            Optional<Built> built,
            boolean rebuilding) {}
}
