package org.muster.catalogue.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingChanged;
import org.muster.catalogue.ListingsEntered;
import org.muster.identity.Actor;
import org.muster.live.Audience;
import org.muster.live.Topic;
import org.muster.live.TopicSource;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;

/** The topic {@code listing:…}: every change of a listing, for whoever may see it. */
@Singleton
class ListingTopics implements TopicSource, Audience {

    private static final String LISTING = "listing";

    private final Catalogue catalogue;

    ListingTopics(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(ListingChanged.class, ListingsEntered.class);
    }

    /** Nobody can follow what has only just come. */
    @Override
    public Collection<Topic> topicsOf(DomainEvent event) {
        if (event instanceof ListingsEntered entered) {
            return entered.known().stream().map(id -> new Topic(LISTING, id)).toList();
        }
        return List.of(new Topic(LISTING, event.aggregateId()));
    }

    @Override
    public String kind() {
        return LISTING;
    }

    @Override
    public Set<UUID> visible(Actor viewer, Collection<UUID> ids) {
        return catalogue.visible(viewer, ids.stream().map(ListingId::new).toList()).stream()
                .map(ListingId::value)
                .collect(Collectors.toSet());
    }
}
