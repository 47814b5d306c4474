package org.muster.drill.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muster.drill.DrillStepped;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.shared.DomainEvent;

/** What happens in a drill belongs to the topic of its emergency. */
@Singleton
class DrillTopics implements TopicSource {

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(DrillStepped.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        return event instanceof DrillStepped stepped
                ? List.of(new Topic("emergency", stepped.emergency().value()))
                : List.of();
    }
}
