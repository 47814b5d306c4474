package org.muster.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.shared.DomainEvent;

/** Which events are written down, under which name, and for whom. The name is the record's simple name, so packages may move. */
@ApplicationScoped
class EventTypes {

    private final Map<String, Class<? extends DomainEvent>> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> channels = new LinkedHashMap<>();
    private final ObjectMapper json;

    @Inject
    EventTypes(@All List<OutboxChannel> all, ObjectMapper json) {
        this.json = json;
        for (OutboxChannel channel : all) {
            for (Class<? extends DomainEvent> wanted : channel.listensTo()) {
                register(wanted, channel.name());
            }
        }
    }

    private void register(Class<? extends DomainEvent> wanted, String channel) {
        if (wanted.isSealed()) {
            for (Class<?> permitted : wanted.getPermittedSubclasses()) {
                register(permitted.asSubclass(DomainEvent.class), channel);
            }
            return;
        }
        if (!wanted.isRecord()) {
            throw new IllegalStateException("A channel listens to records of events, not to " + wanted.getName());
        }
        Class<?> other = classes.putIfAbsent(wanted.getSimpleName(), wanted);
        if (other != null && other != wanted) {
            throw new IllegalStateException("Two events of one name: " + other.getName() + " and " + wanted.getName());
        }
        channels.computeIfAbsent(wanted.getSimpleName(), name -> new ArrayList<>())
                .add(channel);
    }

    static String nameOf(DomainEvent event) {
        return event.getClass().getSimpleName();
    }

    /** The channels that want this event; none for an event that nobody is told of. */
    List<String> channelsFor(DomainEvent event) {
        String name = nameOf(event);
        return event.getClass().equals(classes.get(name)) ? channels.getOrDefault(name, List.of()) : List.of();
    }

    String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written down: " + nameOf(event), e);
        }
    }

    DomainEvent read(String type, String payload) {
        Class<? extends DomainEvent> known = classes.get(type);
        if (known == null) {
            throw new UnreadableEvent("No event is called " + type + " any more", null);
        }
        try {
            return json.readValue(payload, known);
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("Not a " + type + " as we know it", e);
        }
    }
}
