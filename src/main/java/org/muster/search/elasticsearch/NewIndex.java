package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.search.IndexAway;
import org.muster.search.IndexedListing;
import org.muster.search.ListingIndex;

/**
 * Builds an index beside the one in force. The protocol:
 *
 * <ol>
 *   <li>whatever a killed rebuild left behind is removed: every index of ours that the alias {@code listings} does not stand for;
 *   <li>{@code listings-<time>} is created under the alias {@code listings-next}; from here on the outbox writes each change to both;
 *   <li>all published listings are added from PostgreSQL, under their revisions, so that neither stream can undo what the other knows better;
 *   <li>{@code commit} moves {@code listings} over and removes the old index in one step; readers see the one or the other;
 *   <li>{@code close} without it removes the new index; a killed one leaves the old in force and its remains for the next.
 * </ol>
 *
 * <p>Only one may be under way: the caller holds a lock.
 */
final class NewIndex implements ListingIndex.Rollover {

    private static final Logger LOG = Logger.getLogger(NewIndex.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Wire wire;
    private final Shape shape;
    private final Clock clock;
    private final String by;
    private final Instant startedAt;
    private final String name;
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "search-index-sender"));
    private @Nullable Future<?> onItsWay;
    private boolean committed;

    NewIndex(Wire wire, Shape shape, Clock clock, String by) {
        this.wire = wire;
        this.shape = shape;
        this.clock = clock;
        this.by = by;
        this.startedAt = clock.instant();
        this.name = ElasticsearchListings.ALIAS + "-" + STAMP.format(startedAt);
        removeRemains();
        ObjectNode creation = shape.creation();
        creation.withObject("/aliases/" + ElasticsearchListings.NEXT);
        // Nobody reads it before the commit, so nothing need be made readable until then.
        creation.withObject("/settings/index").put("refresh_interval", "-1");
        wire.send("PUT", "/" + name, creation);
    }

    @Override
    public void add(List<IndexedListing> listings) {
        StringBuilder lines = new StringBuilder();
        Bulk.index(lines, name, listings, wire);
        arrived();
        // While this is on its way the caller reads the next from PostgreSQL; one at a time, so that memory stays flat.
        onItsWay = sender.submit(() -> Bulk.send(lines, wire));
    }

    /** Waits for what was sent last; what went wrong with it is thrown here. */
    private void arrived() {
        Future<?> last = onItsWay;
        onItsWay = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexAway("Interrupted while listings were on their way to the index", e);
        }
    }

    @Override
    public long commit() {
        arrived();
        wire.send("PUT", "/" + name + "/_settings", object("index", object("refresh_interval", "1s")));
        wire.send("POST", "/" + name + "/_refresh", null);
        long listings =
                wire.send("GET", "/" + name + "/_count", null).path("count").asLong();
        remember(listings);
        List<Object> actions = new ArrayList<>();
        String before = ElasticsearchListings.Aliases.read(wire).get(ElasticsearchListings.ALIAS);
        if (before != null) {
            actions.add(object("remove_index", object("index", before)));
        }
        actions.add(ElasticsearchListings.Aliases.action("add", name, ElasticsearchListings.ALIAS));
        actions.add(ElasticsearchListings.Aliases.action("remove", name, ElasticsearchListings.NEXT));
        wire.send("POST", "/_aliases", object("actions", actions));
        committed = true;
        LOG.infof("Index %s is in force with %d listings, %d ms after its start", name, listings, took().toMillis());
        return listings;
    }

    @Override
    public void close() {
        sender.shutdown();
        if (committed) {
            return;
        }
        try {
            // What is still on its way would bring the removed index back.
            arrived();
        } catch (RuntimeException givenUp) {
            LOG.debugf(givenUp, "The last listings did not reach index %s, which is given up", name);
        }
        try {
            wire.send("DELETE", "/" + name, null);
        } catch (IndexAway away) {
            LOG.warnf("Index %s stays behind until the next rebuild: %s", name, away.getMessage());
        }
    }

    /** The index itself tells when it was built: it outlives every replica of Muster. */
    private void remember(long listings) {
        Map<String, Object> meta = object(
                "shape",
                shape.version(),
                "started_at",
                startedAt.toString(),
                "took_ms",
                took().toMillis(),
                "listings",
                listings);
        meta.put("by", by);
        wire.send("PUT", "/" + name + "/_mapping", object("_meta", meta));
    }

    private Duration took() {
        return Duration.between(startedAt, clock.instant());
    }

    private void removeRemains() {
        String inForce = ElasticsearchListings.Aliases.read(wire).get(ElasticsearchListings.ALIAS);
        wire.send("GET", "/" + ElasticsearchListings.ALIAS + "-*/_alias", null)
                .fieldNames()
                .forEachRemaining(index -> {
                    if (!index.equals(inForce)) {
                        LOG.infof("Index %s of a rebuild that did not finish is removed", index);
                        wire.send("DELETE", "/" + index, null);
                    }
                });
    }
}
