package org.muster.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.shared.DomainEvent;

/** How one channel is told, on the real tables; each test has a channel of its own that nobody else works. */
@QuarkusTest
class DeliveryTest {

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    private final MovableClock clock = new MovableClock();
    private final Recorder channel = new Recorder();
    private Deliveries deliveries;
    private EventTypes types;
    private ChannelWorker worker;

    @BeforeEach
    void a_channel_of_its_own() {
        types = new EventTypes(List.of(channel), json);
        deliveries = new Deliveries(database, types);
        worker = new ChannelWorker(channel, deliveries, types, new Quick(), clock);
    }

    @Test
    void events_of_one_thing_are_told_in_order() {
        UUID line = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        happened(new Moved(line, 1), new Moved(other, 1), new Moved(line, 2));
        happened(new Moved(line, 3), new Moved(other, 2));

        assertThat(worker.workAtOnce()).isEqualTo(5);

        assertThat(channel.stepsOf(line)).containsExactly(1, 2, 3);
        assertThat(channel.stepsOf(other)).containsExactly(1, 2);
        assertThat(worker.workAtOnce()).isZero();
    }

    @Test
    void a_batch_never_holds_two_events_of_one_thing() {
        UUID line = UUID.randomUUID();
        happened(new Moved(line, 1), new Moved(line, 2), new Moved(UUID.randomUUID(), 1));

        worker.workAtOnce();

        assertThat(channel.batches)
                .allSatisfy(batch ->
                        assertThat(batch).extracting(DomainEvent::aggregateId).doesNotHaveDuplicates());
        assertThat(channel.batches.get(0)).hasSize(2);
    }

    @Test
    void what_failed_is_told_again_later_and_what_follows_it_waits() {
        UUID line = UUID.randomUUID();
        channel.refuses(line, 2);
        happened(new Moved(line, 1), new Moved(line, 2));

        assertThat(worker.workAtOnce()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(worker.workAtOnce()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(worker.workAtOnce())
                .as("four seconds after the second attempt")
                .isZero();
        clock.advance(Duration.ofSeconds(3));

        assertThat(worker.workAtOnce()).isEqualTo(2);
        assertThat(channel.stepsOf(line)).containsExactly(1, 2);
    }

    @Test
    void one_bad_event_harms_nobody_else_and_is_put_aside_after_its_last_attempt() {
        UUID bad = UUID.randomUUID();
        channel.refuses(bad, Integer.MAX_VALUE);
        List<UUID> good =
                IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
        happened(new Moved(bad, 1));
        good.forEach(id -> happened(new Moved(id, 1)));
        happened(new Moved(bad, 2));

        assertThat(worker.workAtOnce()).isEqualTo(20);
        for (int attempt = 1; attempt < Quick.ATTEMPTS; attempt++) {
            clock.advance(Duration.ofHours(1));
            worker.workAtOnce();
        }

        OutboxStatus status = deliveries.status(channel.name());
        assertThat(status.parked()).isEqualTo(1);
        assertThat(status.failure())
                .hasValueSatisfying(failure -> assertThat(failure).contains("refuses"));
        channel.refuses(bad, 0);
        clock.advance(Duration.ofHours(1));
        assertThat(worker.workAtOnce())
                .as("the next event of the same thing goes on")
                .isEqualTo(1);
        QuarkusTransaction.requiringNew().run(() -> deliveries.unpark(channel.name(), clock.instant()));
        assertThat(worker.workAtOnce()).isEqualTo(1);
        assertThat(deliveries.status(channel.name()).waiting()).isZero();
    }

    @Test
    void a_channel_that_is_away_costs_no_event_an_attempt() {
        channel.away = true;
        happened(new Moved(UUID.randomUUID(), 1));
        for (int i = 0; i < 3 * Quick.ATTEMPTS; i++) {
            assertThat(worker.workAtOnce()).isZero();
        }
        assertThat(deliveries.status(channel.name()).parked()).isZero();

        channel.away = false;
        assertThat(worker.workAtOnce()).isEqualTo(1);
    }

    @Test
    void a_channel_that_is_away_rests_instead_of_being_asked_all_the_time() {
        channel.away = true;
        happened(new Moved(UUID.randomUUID(), 1));
        worker.work(() -> false);
        channel.away = false;

        assertThat(worker.work(() -> false)).as("still resting").isZero();
        assertThat(worker.workAtOnce()).isEqualTo(1);
    }

    @Test
    void an_event_of_another_release_is_put_aside_and_not_lost() {
        UUID line = UUID.randomUUID();
        happened(new Moved(line, 1));
        EventTypes later = new EventTypes(List.of(new Recorder(channel.name, Set.of(Renamed.class))), json);
        ChannelWorker newer = new ChannelWorker(channel, new Deliveries(database, later), later, new Quick(), clock);
        for (int attempt = 0; attempt < Quick.ATTEMPTS; attempt++) {
            clock.advance(Duration.ofHours(1));
            newer.workAtOnce();
        }
        assertThat(deliveries.status(channel.name()).parked()).isEqualTo(1);
    }

    @Test
    void two_workers_share_the_work_and_keep_the_order() throws Exception {
        List<UUID> lines =
                IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID()).toList();
        for (int step = 1; step <= 6; step++) {
            int now = step;
            happened(lines.stream().map(line -> new Moved(line, now)).toArray(DomainEvent[]::new));
        }
        ChannelWorker second = new ChannelWorker(channel, deliveries, types, new Quick(), clock);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Integer>> both = new ArrayList<>();
            for (ChannelWorker one : List.of(worker, second)) {
                both.add(pool.submit(() -> {
                    go.await();
                    int delivered = 0;
                    while (deliveries.due(channel.name(), clock.instant()) > 0) {
                        delivered += one.workAtOnce();
                    }
                    return delivered;
                }));
            }
            go.countDown();
            int delivered = 0;
            for (Future<Integer> one : both) {
                delivered += one.get(60, TimeUnit.SECONDS);
            }
            assertThat(delivered).isEqualTo(180);
        } finally {
            pool.shutdownNow();
        }
        assertThat(lines).allSatisfy(line -> assertThat(channel.stepsOf(line)).containsExactly(1, 2, 3, 4, 5, 6));
    }

    @Test
    void many_events_are_written_and_told_in_few_statements() {
        List<DomainEvent> many = IntStream.range(0, 10_000)
                .<DomainEvent>mapToObj(i -> new Moved(UUID.randomUUID(), i))
                .toList();
        happened(many.toArray(DomainEvent[]::new));

        assertThat(worker.workAtOnce()).isEqualTo(10_000);
        assertThat(channel.batches).hasSize(10_000 / Quick.BATCH);
    }

    @Test
    void what_all_channels_were_told_is_swept_when_it_is_old() {
        UUID told = UUID.randomUUID();
        happened(new Moved(told, 1));
        worker.workAtOnce();
        clock.advance(Duration.ofDays(8));
        UUID waiting = UUID.randomUUID();
        happened(new Moved(waiting, 1));

        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.sweep(clock.instant().plus(Duration.ofDays(1)), 1_000_000));

        assertThat(worker.workAtOnce()).isEqualTo(1);
        assertThat(channel.stepsOf(waiting)).containsExactly(1);
    }

    private void happened(DomainEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> deliveries.write(List.of(events), clock.instant()));
    }

    record Moved(UUID aggregateId, int step) implements DomainEvent {
        @Override
        public String aggregateKind() {
            return "machine";
        }
    }

    record Renamed(UUID aggregateId) implements DomainEvent {
        @Override
        public String aggregateKind() {
            return "machine";
        }
    }

    /** A channel that remembers what it was told, refuses some things and may be away. */
    private static final class Recorder implements OutboxChannel {

        final List<List<DomainEvent>> batches = Collections.synchronizedList(new ArrayList<>());
        final List<Moved> told = Collections.synchronizedList(new ArrayList<>());
        final String name;
        private final Set<Class<? extends DomainEvent>> wants;
        private UUID refused = UUID.randomUUID();
        private int refusals;
        volatile boolean away;

        Recorder() {
            this("test-" + UUID.randomUUID(), Set.of(Moved.class));
        }

        Recorder(String name, Set<Class<? extends DomainEvent>> wants) {
            this.name = name;
            this.wants = wants;
        }

        void refuses(UUID id, int times) {
            refused = id;
            refusals = times;
        }

        List<Integer> stepsOf(UUID id) {
            synchronized (told) {
                return told.stream()
                        .filter(event -> event.aggregateId().equals(id))
                        .map(Moved::step)
                        .toList();
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Class<? extends DomainEvent>> listensTo() {
            return wants;
        }

        @Override
        public synchronized void deliver(List<DomainEvent> batch) {
            if (away) {
                throw new ChannelUnavailable("nobody there", new IllegalStateException());
            }
            for (DomainEvent event : batch) {
                if (event.aggregateId().equals(refused) && refusals > 0) {
                    refusals -= batch.size() == 1 && refusals < Integer.MAX_VALUE ? 1 : 0;
                    throw new IllegalStateException("refuses " + event);
                }
            }
            batches.add(List.copyOf(batch));
            batch.forEach(event -> told.add((Moved) event));
        }
    }

    private static final class Quick implements OutboxConfig {

        static final int ATTEMPTS = 4;
        static final int BATCH = 100;

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int batch() {
            return BATCH;
        }

        @Override
        public int attempts() {
            return ATTEMPTS;
        }

        @Override
        public Duration firstPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(20);
        }

        @Override
        public Duration longestRest() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(7);
        }
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2020-02-03T00:00:00Z");

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
