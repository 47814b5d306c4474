package org.muster.search;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muster.identity.Actor;

/** What a search page asks of the index, for those who want to ask the same without the page. */
@ApplicationScoped
public class Asked {

    @Inject
    Search search;

    @Inject
    SearchIndex life;

    public IndexQuery asVisitor(SearchQuery query, Instant now) {
        return search.asked(Actor.visitor(), query, now);
    }

    /** Builds the index anew and waits for it, also for a rebuild that somebody else began. */
    public long rebuild() {
        return await().atMost(Duration.ofHours(1))
                .until(() -> life.rebuild("benchmark"), Optional::isPresent)
                .orElseThrow();
    }
}
