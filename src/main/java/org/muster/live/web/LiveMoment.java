package org.muster.live.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.muster.live.Live;

/**
 * What a page knows already when it is sent: noted when its request came in, before anything was read for it. What changes between reading
 * the data and following is therefore told and not missed.
 */
@Named("live")
@RequestScoped
public class LiveMoment {

    private static final String KEY = LiveMoment.class.getName();
    private static final int BEFORE_ANYTHING_IS_READ = 9_000;

    private final RoutingContext request;

    LiveMoment(RoutingContext request) {
        this.request = request;
    }

    public long since() {
        Long noted = request.get(KEY);
        return noted == null ? 0 : noted;
    }

    /** Notes the position at the beginning of each request. */
    @Singleton
    static class Notes {

        private final Live live;

        Notes(Live live) {
            this.live = live;
        }

        void add(@Observes Filters filters) {
            filters.register(
                    request -> {
                        request.put(KEY, live.position());
                        request.next();
                    },
                    BEFORE_ANYTHING_IS_READ);
        }
    }
}
