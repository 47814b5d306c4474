package org.muster.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** Looks around whenever an organisation comes or says something else of itself. */
@ApplicationScoped
class DuplicateWatch implements OutboxChannel {

    private static final int AT_ONCE = 500;

    private final Duplicates duplicates;

    DuplicateWatch(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(
                OrganisationRegistered.class,
                OrganisationEnteredOnBehalf.class,
                OrganisationsEntered.class,
                OrganisationChanged.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        List<OrganisationId> changed = batch.stream()
                .flatMap(DuplicateWatch::told)
                .map(OrganisationId::new)
                .distinct()
                .toList();
        QuarkusTransaction.joiningExisting().run(() -> {
            for (int from = 0; from < changed.size(); from += AT_ONCE) {
                duplicates.lookAround(changed.subList(from, Math.min(changed.size(), from + AT_ONCE)));
            }
        });
    }

    private static Stream<UUID> told(DomainEvent event) {
        return event instanceof OrganisationsEntered many
                ? many.organisations().stream()
                : Stream.of(event.aggregateId());
    }
}
