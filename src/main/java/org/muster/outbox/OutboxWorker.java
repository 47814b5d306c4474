package org.muster.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps one thread a channel that delivers what is due: at once when this replica has committed something, and by looking now and then
 * for what others wrote. Any number of replicas may run it.
 */
@ApplicationScoped
public class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);

    /** After the features' own start: what they seed is delivered from here on. */
    private static final int AFTER_OTHERS = 5_000;

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private static final int SWEPT_AT_ONCE = 10_000;

    private final List<ChannelWorker> channels = new ArrayList<>();
    private final Map<String, OutboxStatus> lastSeen = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> signals = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Deliveries deliveries;
    private final OutboxConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    @Inject
    OutboxWorker(
            @All List<OutboxChannel> all,
            Deliveries deliveries,
            EventTypes types,
            OutboxConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
        for (OutboxChannel channel : all) {
            channels.add(new ChannelWorker(channel, deliveries, types, config, clock));
            signals.put(channel.name(), new Semaphore(0));
            Gauge.builder("muster.outbox.waiting", () -> seen(channel.name()).waiting())
                    .description("Events not yet delivered to the channel")
                    .tag("channel", channel.name())
                    .register(metrics);
            Gauge.builder("muster.outbox.parked", () -> seen(channel.name()).parked())
                    .description("Events given up on, waiting for an operator")
                    .tag("channel", channel.name())
                    .register(metrics);
        }
    }

    void start(@Observes @Priority(AFTER_OTHERS) StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        for (ChannelWorker channel : channels) {
            Thread thread = new Thread(() -> keepWorking(channel), "outbox-" + channel.name());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake();
        long until = System.nanoTime() + PATIENCE_AT_STOP.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            if (thread.isAlive()) {
                // What it holds is rolled back and waits for the next start.
                thread.interrupt();
            }
        }
    }

    /** Something was committed that a channel may want. */
    void wake() {
        signals.values().forEach(Semaphore::release);
    }

    private void keepWorking(ChannelWorker channel) {
        Semaphore signal = signals.computeIfAbsent(channel.name(), name -> new Semaphore(0));
        while (!stopping) {
            try {
                channel.work(() -> stopping);
            } catch (RuntimeException e) {
                // The thread outlives a database that is away.
                LOG.errorf(e, "Channel %s cannot be worked now", channel.name());
            }
            try {
                if (signal.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Delivers everything that is due, and what comes of it, before it returns. Returns how many events were delivered. */
    public int drain() {
        int delivered = 0;
        int round;
        do {
            round = channels.stream().mapToInt(ChannelWorker::workAtOnce).sum();
            delivered += round;
        } while (round > 0);
        return delivered;
    }

    /** How every channel stands now. */
    public List<OutboxStatus> status() {
        return channels.stream()
                .map(channel -> deliveries.status(channel.name()))
                .toList();
    }

    /** Tries parked events of a channel again, for an operator who removed the cause. Returns how many. */
    public int retryParked(String channel) {
        int again = QuarkusTransaction.joiningExisting().call(() -> deliveries.unpark(channel, clock.instant()));
        wake();
        return again;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        status().forEach(status -> lastSeen.put(status.channel(), status));
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (QuarkusTransaction.requiringNew()
                        .call(() -> deliveries.sweep(clock.instant().minus(config.keep()), SWEPT_AT_ONCE))
                == SWEPT_AT_ONCE) {
            LOG.debug("More to sweep");
        }
    }

    private OutboxStatus seen(String channel) {
        OutboxStatus status = lastSeen.get(channel);
        return status == null ? new OutboxStatus(channel, 0, 0, Optional.empty(), Optional.empty()) : status;
    }
}
