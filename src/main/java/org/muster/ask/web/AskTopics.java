package org.muster.ask.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muster.ask.AskEvent;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.shared.DomainEvent;

/** What is asked and answered belongs to the topic of its emergency. */
@Singleton
class AskTopics implements TopicSource {

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(AskEvent.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        return event instanceof AskEvent happened
                ? List.of(new Topic("emergency", happened.emergency().value()))
                : List.of();
    }
}
