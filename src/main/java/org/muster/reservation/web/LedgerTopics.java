package org.muster.reservation.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.reservation.LedgerEvent;
import org.muster.shared.DomainEvent;

/** Whatever happens to a hold touches the listings it takes something of. Who may follow these is the catalogue's to say. */
@Singleton
class LedgerTopics implements TopicSource {

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(LedgerEvent.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        return event instanceof LedgerEvent happened
                ? happened.listings().stream()
                        .map(listing -> new Topic("listing", listing.value()))
                        .toList()
                : List.of();
    }
}
