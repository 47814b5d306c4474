package org.muster.board.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muster.board.HandedOver;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.shared.DomainEvent;

/** A hand-over belongs to the topic of its emergency. */
@Singleton
class BoardTopics implements TopicSource {

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(HandedOver.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        return event instanceof HandedOver handed
                ? List.of(new Topic("emergency", handed.emergency().value()))
                : List.of();
    }
}
