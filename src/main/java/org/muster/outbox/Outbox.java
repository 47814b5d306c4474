package org.muster.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.muster.shared.DomainEvent;

/** Where facades tell what happened. What is published in a transaction that rolls back was never said. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

    private static final String WAKES = Outbox.class.getName() + ".wakes";

    private final Deliveries deliveries;
    private final Event<DomainEvent> observers;
    private final OutboxWorker worker;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    @Inject
    Outbox(
            Deliveries deliveries,
            Event<DomainEvent> observers,
            OutboxWorker worker,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.deliveries = deliveries;
        this.observers = observers;
        this.worker = worker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Writes the event down for every channel that listens, and tells those who observe it within the transaction (the audit).
     * Publish after the row of the thing it happened to is locked or its version checked: that makes the order of events of one thing
     * the order in which they came true.
     */
    public void publish(DomainEvent event) {
        publishAll(List.of(event));
    }

    /** Many at once, in one statement; for imports and changes that touch many things. */
    public void publishAll(Collection<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        deliveries.write(events, clock.instant());
        wakeAfterCommit();
        for (DomainEvent event : events) {
            observers.fire(event);
        }
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(WAKES) != null) {
            return;
        }
        transaction.putResource(WAKES, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    worker.wake();
                }
            }
        });
    }
}
