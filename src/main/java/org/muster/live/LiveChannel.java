package org.muster.live;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;

/**
 * Turns committed events into notices for all replicas. NOTIFY is here and not in people's own transactions, because PostgreSQL lets only one
 * transaction that notifies commit at a time.
 */
@ApplicationScoped
class LiveChannel implements OutboxChannel {

    private final List<TopicSource> sources;
    private final Notices notices;
    private final Clock clock;

    LiveChannel(@All List<TopicSource> sources, Notices notices, Clock clock) {
        this.sources = sources;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return sources.stream().flatMap(source -> source.listensTo().stream()).collect(Collectors.toSet());
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        Set<Topic> topics = new LinkedHashSet<>();
        for (DomainEvent event : batch) {
            sources.stream()
                    .filter(source -> source.listensTo().stream().anyMatch(wanted -> wanted.isInstance(event)))
                    .forEach(source -> topics.addAll(source.topicsOf(event)));
        }
        if (!topics.isEmpty()) {
            notices.write(topics, clock.instant());
        }
    }
}
