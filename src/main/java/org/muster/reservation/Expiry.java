package org.muster.reservation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes down what has expired and stood in nobody's way yet, so that others are told. Nothing depends on it being in time: whoever wants
 * what has expired ends it themselves.
 */
@ApplicationScoped
class Expiry {

    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Reaper reaper;
    private final Attempts attempts;
    private final Clock clock;

    Expiry(Sql sql, Reaper reaper, Attempts attempts, Clock clock) {
        this.sql = sql;
        this.reaper = reaper;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(
            identity = "reservation-expiry",
            every = "{muster.reservation.reap-every:5s}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        reap(clock.instant());
    }

    /** Each hold in a transaction of its own, so that nobody waits for more than one. Returns how many claims ended. */
    int reap(Instant now) {
        int ended = 0;
        List<HoldId> due;
        do {
            due = sql.with(
                    "select id from hold where pending and until <= ? order by until limit ?",
                    statement -> statement.add(now).add(AT_ONCE).list(row -> new HoldId(row.getObject(1, UUID.class))));
            int before = ended;
            for (HoldId hold : due) {
                try {
                    ended += attempts.run(() -> reaper.reap(List.of(hold), null, now));
                } catch (Refusing busy) {
                    LOG.debugf("Hold %s is ended next time: %s", hold, busy.getMessage());
                }
            }
            if (ended == before) {
                return ended;
            }
        } while (due.size() == AT_ONCE);
        return ended;
    }
}
