package org.muster.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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

    /** Who enters a long list, or searches meanwhile, waits in front of a screen: after so many parts of its time the index leaves them one. */
    private static final int PARTS_BEFORE_A_REST = 3;

    private final ListingIndex index;
    private final Catalogue catalogue;
    private final Places places;
    private final ExecutorService sender;

    ListingChannel(ListingIndex index, Catalogue catalogue, Places places, ExecutorService sender) {
        this.index = index;
        this.catalogue = catalogue;
        this.places = places;
        this.sender = sender;
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
        write(List.copyOf(touched));
    }

    /** While some are on their way to the index, the next are read from PostgreSQL; one request at a time, so that memory stays flat. */
    private void write(List<ListingId> all) {
        RuntimeException refused = null;
        Optional<Future<?>> onItsWay = Optional.empty();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            long begun = System.nanoTime();
            Standing standing = standing(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
            refused = arrived(onItsWay).orElse(refused);
            if (from > 0) {
                rest((System.nanoTime() - begun) / PARTS_BEFORE_A_REST);
            }
            onItsWay = Optional.of(sender.submit(() -> write(standing)));
        }
        refused = arrived(onItsWay).orElse(refused);
        if (refused != null) {
            throw refused;
        }
    }

    /** In a transaction, and with a memory, of its own: one message may speak of a thousand listings, and a batch of many such messages. */
    private Standing standing(List<ListingId> some) {
        return QuarkusTransaction.requiringNew().call(() -> catalogue.standing(some));
    }

    private void write(Standing standing) {
        index.write(
                standing.published().stream()
                        .map(document -> IndexedListing.of(document, places))
                        .toList(),
                standing.gone());
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ChannelUnavailable interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ChannelUnavailable("Interrupted while listings were on their way to the index", e);
    }

    /** Waits for what was sent. What the index will not take of some, which is returned, keeps nothing of the others away from it. */
    private static Optional<RuntimeException> arrived(Optional<Future<?>> onItsWay) {
        if (onItsWay.isEmpty()) {
            return Optional.empty();
        }
        try {
            onItsWay.get().get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IndexAway away) {
                throw new ChannelUnavailable("The search index is away", away);
            }
            return Optional.of(
                    failed.getCause() instanceof RuntimeException cause
                            ? cause
                            : new IllegalStateException(failed.getCause()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
