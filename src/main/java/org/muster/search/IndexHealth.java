package org.muster.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Muster is ready without its index, since PostgreSQL answers searches then; this only tells which of the two does. */
@Readiness
@ApplicationScoped
class IndexHealth implements HealthCheck {

    private final Search search;
    private final ListingIndex index;

    IndexHealth(Search search, ListingIndex index) {
        this.search = search;
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        ListingIndex.IndexState state = index.state();
        boolean byIndex = state.reachable() && state.name().isPresent() && search.isIndexAnswering();
        return HealthCheckResponse.named("search")
                .up()
                .withData("answered-by", byIndex ? "elasticsearch" : "postgresql")
                .withData("index", state.name().orElse("none"))
                .build();
    }
}
