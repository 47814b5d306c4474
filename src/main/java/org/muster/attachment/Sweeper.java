package org.muster.attachment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Files of forms that nobody finished do not stay. */
@ApplicationScoped
class Sweeper {

    private final Attachments attachments;
    private final Clock clock;

    Sweeper(Attachments attachments, Clock clock) {
        this.attachments = attachments;
        this.clock = clock;
    }

    @Scheduled(identity = "attachment-sweep", every = "1h", delayed = "2m")
    void sweep() {
        attachments.sweep(clock.instant());
    }
}
