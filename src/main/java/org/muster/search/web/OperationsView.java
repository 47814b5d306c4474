package org.muster.search.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the index and the outbox stand, for operators. */
public record OperationsView(
        Index index,
        String problem,
        @Nullable String name,
        long inIndex,
        long published,
        @Nullable Instant rebuiltAt,
        String rebuildSeconds,
        long rebuildListings,
        String rebuiltBy,
        List<Channel> channels) {

    /** The index in one word. */
    public enum Index {
        FINE,
        BEHIND,
        REBUILDING,
        MISSING,
        AWAY
    }

    public record Channel(
            String name,
            long waiting,
            long parked,
            @Nullable Instant oldest,
            @Nullable String failure) {}
}
