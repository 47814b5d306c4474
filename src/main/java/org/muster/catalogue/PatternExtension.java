package org.muster.catalogue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.muster.shared.ListingId;

/** Lets the windows of weekly patterns reach on as time goes on; any number of replicas may run it. */
@ApplicationScoped
class PatternExtension {

    private static final Logger LOG = Logger.getLogger(PatternExtension.class);
    private static final int AT_ONCE = 200;

    private final Timetables timetables;
    private final Clock clock;

    PatternExtension(Timetables timetables, Clock clock) {
        this.timetables = timetables;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Instant now = clock.instant();
        List<ListingId> due = timetables.toExtend(AT_ONCE, now);
        for (ListingId listing : due) {
            try {
                timetables.extend(listing, now);
            } catch (RuntimeException e) {
                // The others go on; this one is due again in an hour.
                LOG.errorf(e, "The windows of %s could not be extended", listing);
            }
        }
    }
}
