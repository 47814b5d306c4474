package org.muster.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** Looks around whenever an organisation comes or says something else of itself. */
@ApplicationScoped
class DuplicateWatch implements OutboxChannel {

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
        return Set.of(OrganisationRegistered.class, OrganisationEnteredOnBehalf.class, OrganisationChanged.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        List<OrganisationId> changed = batch.stream()
                .map(event -> new OrganisationId(event.aggregateId()))
                .distinct()
                .toList();
        QuarkusTransaction.joiningExisting().run(() -> duplicates.lookAround(changed));
    }
}
