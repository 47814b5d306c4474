package org.muster.certificate;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Once an hour: whoever has a certificate that ends soon is told in time. That it no longer counts needs no telling: readers ask with their day. */
@ApplicationScoped
class CertificateClock {

    private final Certificates certificates;
    private final Clock clock;

    CertificateClock(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @Scheduled(identity = "certificate-warnings", every = "1h", delayed = "3m")
    void warn() {
        int told;
        do {
            told = certificates.warn(clock.instant());
        } while (told > 0);
    }
}
