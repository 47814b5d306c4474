package org.muster.consignment.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muster.consignment.ConsignmentMoved;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.shared.DomainEvent;

/** What is sent belongs to the topic of its emergency. */
@Singleton
class ConsignmentTopics implements TopicSource {

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(ConsignmentMoved.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        return event instanceof ConsignmentMoved moved
                ? List.of(new Topic("emergency", moved.emergency().value()))
                : List.of();
    }
}
