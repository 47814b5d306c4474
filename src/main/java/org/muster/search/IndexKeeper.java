package org.muster.search;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Sees to it that an index is in force and has the shape this version writes: at the start, and whenever somebody wiped it. */
@ApplicationScoped
class IndexKeeper {

    private static final Logger LOG = Logger.getLogger(IndexKeeper.class);

    private final ListingIndex index;
    private final SearchIndex life;
    private final SearchConfig config;

    IndexKeeper(ListingIndex index, SearchIndex life, SearchConfig config) {
        this.index = index;
        this.life = life;
        this.config = config;
    }

    void atStart(@Observes StartupEvent start) {
        if (config.keepIndex() && config.rebuildAtStart()) {
            life.beginRebuild("start");
        }
    }

    @Scheduled(
            identity = "search-index-keeper",
            every = "${muster.search.look-after-index-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAfterIndex() {
        if (!config.keepIndex()) {
            return;
        }
        try {
            ListingIndex.Fitness fitness = index.fitness();
            if (fitness != ListingIndex.Fitness.FIT) {
                LOG.infof(
                        "The search index is %s and is built from PostgreSQL",
                        fitness == ListingIndex.Fitness.MISSING ? "missing" : "of another shape");
                life.rebuild(fitness == ListingIndex.Fitness.MISSING ? "missing" : "shape");
            }
        } catch (IndexAway away) {
            LOG.debugf("The search index cannot be looked after: %s", away.getMessage());
        }
    }
}
