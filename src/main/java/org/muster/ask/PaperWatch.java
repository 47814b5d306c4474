package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.muster.certificate.CertificateChecked;
import org.muster.certificate.CertificateEvent;
import org.muster.certificate.CertificateExpired;
import org.muster.certificate.CertificateStated;
import org.muster.certificate.CertificateWithdrawn;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;

/** Sees at once when the papers that a promise stands on are taken back, rejected, changed or run out. */
@ApplicationScoped
class PaperWatch implements OutboxChannel {

    private final Repairs repairs;
    private final Clock clock;

    PaperWatch(Repairs repairs, Clock clock) {
        this.repairs = repairs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "papers-of-promises";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(
                CertificateStated.class,
                CertificateChecked.class,
                CertificateWithdrawn.class,
                CertificateExpired.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        batch.stream()
                .map(CertificateEvent.class::cast)
                .map(CertificateEvent::organisation)
                .distinct()
                .forEach(organisation -> repairs.lookAtPapers(organisation, clock.instant()));
    }
}
