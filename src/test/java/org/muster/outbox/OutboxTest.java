package org.muster.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** The outbox as features use it: publish, commit, and somebody is told. */
@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxWorker worker;

    @Inject
    Listener listener;

    @Test
    void what_was_committed_is_told_at_once() {
        Painted event = new Painted(UUID.randomUUID(), "绿", OrganisationId.create(), Optional.of(Duration.ofHours(2)));
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));

        await().atMost(Duration.ofSeconds(10)).until(() -> listener.told.contains(event));
    }

    @Test
    void draining_leaves_nothing_to_tell() {
        Painted event = new Painted(UUID.randomUUID(), "red", OrganisationId.create(), Optional.empty());
        QuarkusTransaction.requiringNew().run(() -> outbox.publishAll(List.of(event)));

        worker.drain();

        assertThat(listener.told).contains(event);
        assertThat(worker.status())
                .filteredOn(status -> status.channel().equals("test-listener"))
                .singleElement()
                .satisfies(status -> assertThat(status.waiting()).isZero());
    }

    @Test
    void what_was_rolled_back_was_never_said() {
        Painted event = new Painted(UUID.randomUUID(), "blue", OrganisationId.create(), Optional.empty());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(event);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");

        worker.drain();

        assertThat(listener.told).doesNotContain(event);
        assertThat(listener.observed)
                .as("those who look on within the transaction saw it")
                .contains(event);
    }

    @Test
    void nobody_publishes_without_a_transaction() {
        Painted event = new Painted(UUID.randomUUID(), "white", OrganisationId.create(), Optional.empty());
        assertThatThrownBy(() -> outbox.publish(event)).isInstanceOf(TransactionalException.class);
    }

    record Painted(UUID aggregateId, String colour, OrganisationId by, Optional<Duration> took) implements DomainEvent {
        @Override
        public String aggregateKind() {
            return "wall";
        }
    }

    /** No proxy: its lists are read from outside. */
    @Singleton
    static class Listener implements OutboxChannel {

        final List<DomainEvent> told = new CopyOnWriteArrayList<>();
        final List<DomainEvent> observed = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "test-listener";
        }

        @Override
        public Set<Class<? extends DomainEvent>> listensTo() {
            return Set.of(Painted.class);
        }

        @Override
        public void deliver(List<DomainEvent> batch) {
            told.addAll(batch);
        }

        void look(@Observes Painted event) {
            observed.add(event);
        }
    }
}
