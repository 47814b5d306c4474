package org.muster.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingChanged;
import org.muster.catalogue.Standing;
import org.muster.outbox.ChannelUnavailable;
import org.muster.outbox.OutboxChannel;
import org.muster.reference.Places;
import org.muster.reservation.LedgerEvent;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;

/**
 * Carries every change of a listing, and everything given away of it, into the index: what is published as it stands now, what is not as gone.
 */
@ApplicationScoped
class ListingChannel implements OutboxChannel {

    private final ListingIndex index;
    private final Catalogue catalogue;
    private final Places places;

    ListingChannel(ListingIndex index, Catalogue catalogue, Places places) {
        this.index = index;
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(ListingChanged.class, LedgerEvent.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        Set<ListingId> touched = new HashSet<>();
        for (DomainEvent event : batch) {
            if (event instanceof ListingChanged changed) {
                touched.add(changed.id());
            } else if (event instanceof LedgerEvent given) {
                touched.addAll(given.listings());
            }
        }
        Standing standing = catalogue.standing(touched);
        try {
            index.write(
                    standing.published().stream()
                            .map(document -> IndexedListing.of(document, places))
                            .toList(),
                    standing.gone());
        } catch (IndexAway away) {
            throw new ChannelUnavailable("The search index is away", away);
        }
    }
}
