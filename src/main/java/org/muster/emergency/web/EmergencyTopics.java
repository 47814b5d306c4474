package org.muster.emergency.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyEvent;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.live.Audience;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.planning.PlanRunBegun;
import org.muster.planning.PlanRunEnded;
import org.muster.shared.DomainEvent;

/** The topic {@code emergency:…}: whatever happens to an emergency and to its plans, for those who run it. */
@Singleton
class EmergencyTopics implements TopicSource, Audience {

    private static final String EMERGENCY = "emergency";

    private final EmergencyDesk desk;

    EmergencyTopics(EmergencyDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(EmergencyEvent.class, PlanRunBegun.class, PlanRunEnded.class);
    }

    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        if (event instanceof EmergencyEvent happened) {
            return List.of(new Topic(EMERGENCY, happened.emergency().value()));
        } else if (event instanceof PlanRunBegun begun) {
            return List.of(new Topic(EMERGENCY, begun.subject()));
        } else if (event instanceof PlanRunEnded ended) {
            return List.of(new Topic(EMERGENCY, ended.subject()));
        }
        return List.of();
    }

    @Override
    public String kind() {
        return EMERGENCY;
    }

    @Override
    public Set<UUID> visible(Actor viewer, Collection<UUID> ids) {
        return ids.stream()
                .filter(id -> desk.byId(viewer, new EmergencyId(id)).isPresent())
                .collect(Collectors.toSet());
    }
}
