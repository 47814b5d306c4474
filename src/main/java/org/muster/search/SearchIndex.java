package org.muster.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.reference.Places;

/** The life of the index: what state it is in, and building it anew from PostgreSQL while changes and searches go on. */
@ApplicationScoped
public class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);
    /** Listings read and sent at once. */
    private static final int BATCH = 500;

    private final ListingIndex index;
    private final Catalogue catalogue;
    private final Places places;
    private final RebuildLock lock;
    private final Outbox outbox;
    private final ExecutorService background;
    private final Clock clock;

    @Inject
    SearchIndex(
            ListingIndex index,
            Catalogue catalogue,
            Places places,
            RebuildLock lock,
            Outbox outbox,
            ExecutorService background,
            Clock clock) {
        this.index = index;
        this.catalogue = catalogue;
        this.places = places;
        this.lock = lock;
        this.outbox = outbox;
        this.background = background;
        this.clock = clock;
    }

    public ListingIndex.IndexState state() {
        return index.state();
    }

    /** Published listings in PostgreSQL, which the index should hold, all of them. */
    public long published() {
        var everything = new DatabaseSearch(
                        catalogue,
                        Actor.system(),
                        SearchQuery.everything().withFreshness(Optional.of(Freshness.SILENT)),
                        List.of(),
                        List.of(),
                        clock.instant())
                .totals();
        return everything.total() + everything.unknownTotal();
    }

    /**
     * Builds the index anew and puts it in force.
     *
     * @return how many listings it holds; empty when another rebuild is under way
     */
    @ActivateRequestContext
    public Optional<Long> rebuild(String by) {
        var held = lock.take();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        try (var mine = held.get();
                var rollover = index.rollover(by)) {
            catalogue.eachPublished(
                    BATCH,
                    documents -> rollover.add(documents.stream()
                            .map(document -> IndexedListing.of(document, places))
                            .toList()));
            return Optional.of(rollover.commit());
        }
    }

    /** An operator's rebuild: written down, begun and not waited for. */
    @Transactional
    public void beginRebuild(Actor operator) {
        outbox.publish(new SearchRebuildBegun(UUID.randomUUID(), operator.name()));
        beginRebuild(operator.name());
    }

    void beginRebuild(String by) {
        background.execute(() -> {
            try {
                rebuild(by);
            } catch (RuntimeException failure) {
                LOG.error("The rebuild of the search index failed; the index in force stays", failure);
            }
        });
    }
}
