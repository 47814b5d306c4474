package org.muster.catalogue;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Once an hour: whose listings soon fall silent is told in time. That they are given to nobody then needs no job: whoever asks, asks by the clock. */
@ApplicationScoped
class SilenceClock {

    private final Catalogue catalogue;
    private final Clock clock;

    SilenceClock(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Scheduled(identity = "silence-warnings", every = "1h", delayed = "4m")
    void warn() {
        int told;
        do {
            told = catalogue.warnOfSilence(clock.instant());
        } while (told > 0);
    }
}
