package org.muster.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingChanged;
import org.muster.catalogue.ListingsEntered;
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

    private static final int AT_ONCE = 500;

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
        return Set.of(ListingChanged.class, ListingsEntered.class, LedgerEvent.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        Set<ListingId> touched = new HashSet<>();
        for (DomainEvent event : batch) {
            if (event instanceof ListingChanged changed) {
                touched.add(changed.id());
            } else if (event instanceof ListingsEntered entered) {
                entered.listings().forEach(id -> touched.add(new ListingId(id)));
            } else if (event instanceof LedgerEvent given) {
                touched.addAll(given.listings());
            }
        }
        RuntimeException refused = null;
        List<ListingId> all = List.copyOf(touched);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            try {
                write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            } catch (IndexAway away) {
                throw new ChannelUnavailable("The search index is away", away);
            } catch (RuntimeException e) {
                // What the index will not take of some keeps nothing of the others away from it.
                refused = e;
            }
        }
        if (refused != null) {
            throw refused;
        }
    }

    /** In a transaction, and with a memory, of its own: one message may speak of a thousand listings, and a batch of many such messages. */
    private void write(List<ListingId> some) {
        Standing standing = QuarkusTransaction.requiringNew().call(() -> catalogue.standing(some));
        index.write(
                standing.published().stream()
                        .map(document -> IndexedListing.of(document, places))
                        .toList(),
                standing.gone());
    }
}
