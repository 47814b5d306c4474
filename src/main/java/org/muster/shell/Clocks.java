package org.muster.shell;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one place that knows the time; a test brings its own clock. */
@ApplicationScoped
class Clocks {

    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        // HTML knows no fraction of a second beyond the millisecond.
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
