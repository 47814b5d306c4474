package org.muster.search;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** After a failure nobody waits for the index again until a pause is over; then one search tries, and the first that succeeds ends it. */
final class Circuit {

    private final Duration pause;
    /** Until when nobody asks; null while nothing failed. */
    private final AtomicReference<@Nullable Instant> openUntil = new AtomicReference<>();

    Circuit(Duration pause) {
        this.pause = pause;
    }

    /** Whether to ask the index now. Who asks after a pause prolongs it for the others until the answer is there. */
    boolean lets(Instant now) {
        Instant until = openUntil.get();
        return until == null || (!now.isBefore(until) && openUntil.compareAndSet(until, now.plus(pause)));
    }

    void succeeded() {
        openUntil.set(null);
    }

    void failed(Instant now) {
        openUntil.set(now.plus(pause));
    }

    boolean isOpen() {
        return openUntil.get() != null;
    }
}
