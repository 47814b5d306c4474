package org.muster.live;

import java.util.Collection;
import java.util.Set;
import org.muster.shared.DomainEvent;

/** Knows which topics an event touches. A CDI bean beside the pages of the feature that owns the event. */
public interface TopicSource {

    /** A sealed interface stands for all its records. */
    Set<Class<? extends DomainEvent>> listensTo();

    Collection<Topic> topicsOf(DomainEvent event);
}
