package org.muster.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;

/**
 * Tells one channel. Takes a batch under lock, hands it over, marks it, commits: a killed process leaves the batch waiting. When a batch
 * fails, its events are handed over one by one, so that one bad event harms only itself.
 */
class ChannelWorker {

    private static final Logger LOG = Logger.getLogger(ChannelWorker.class);

    /** More than the longest bulk request; a transaction that hangs frees its events after it. */
    private static final int TRANSACTION_SECONDS = 300;

    /** So many single failures without a success between look like an outage: rest instead of blaming the next one. */
    private static final int FAILURES_BEFORE_REST = 3;

    private static final int LONGEST_FAILURE = 500;

    private final OutboxChannel channel;
    private final Deliveries deliveries;
    private final EventTypes types;
    private final OutboxConfig config;
    private final Clock clock;
    /** One batch at a time in this process; other processes are kept apart by row locks. */
    private final ReentrantLock busy = new ReentrantLock();

    private Duration rest = Duration.ZERO;
    private long restsUntil;
    private boolean resting;

    ChannelWorker(OutboxChannel channel, Deliveries deliveries, EventTypes types, OutboxConfig config, Clock clock) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.types = types;
        this.config = config;
        this.clock = clock;
    }

    String name() {
        return channel.name();
    }

    /** Delivers whatever is due, unless the channel rests. Returns how many were delivered. */
    int work(StopSign stop) {
        busy.lock();
        try {
            if (resting && System.nanoTime() - restsUntil < 0) {
                return 0;
            }
            return workOff(stop);
        } finally {
            busy.unlock();
        }
    }

    /** Delivers whatever is due, resting or not. */
    int workAtOnce() {
        busy.lock();
        try {
            return workOff(() -> false);
        } finally {
            busy.unlock();
        }
    }

    interface StopSign {
        boolean isUp();
    }

    private int workOff(StopSign stop) {
        int delivered = 0;
        while (!stop.isUp()) {
            Round round = round();
            delivered += round.delivered;
            if (round.unavailable != null) {
                takeRest(round.unavailable);
                return delivered;
            }
            if (round.delivered > 0) {
                resting = false;
                rest = Duration.ZERO;
            }
            if (round.taken == 0) {
                return delivered;
            }
        }
        return delivered;
    }

    /** @param unavailable why nothing more can be delivered now */
    private record Round(int taken, int delivered, @Nullable Throwable unavailable) {}

    private Round round() {
        List<Deliveries.Waiting> batch = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
                batch.addAll(deliveries.claim(channel.name(), clock.instant(), config.batch()));
                handOver(batch);
            });
            return new Round(batch.size(), batch.size(), null);
        } catch (RuntimeException failure) {
            if (isUnavailable(failure) || batch.isEmpty()) {
                return new Round(batch.size(), 0, failure);
            }
            return batch.size() == 1 ? afterSingleFailure(batch.get(0), failure) : oneByOne(batch);
        }
    }

    private Round oneByOne(List<Deliveries.Waiting> batch) {
        int delivered = 0;
        int failuresInARow = 0;
        for (Deliveries.Waiting waiting : batch) {
            try {
                delivered += single(waiting) ? 1 : 0;
                failuresInARow = 0;
            } catch (RuntimeException failure) {
                if (isUnavailable(failure)) {
                    return new Round(batch.size(), delivered, failure);
                }
                putOff(waiting, failure);
                if (++failuresInARow == FAILURES_BEFORE_REST && delivered == 0) {
                    return new Round(batch.size(), delivered, failure);
                }
            }
        }
        return new Round(batch.size(), delivered, null);
    }

    private Round afterSingleFailure(Deliveries.Waiting waiting, RuntimeException failure) {
        putOff(waiting, failure);
        return new Round(1, 0, null);
    }

    private boolean single(Deliveries.Waiting waiting) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
            Optional<Deliveries.Waiting> again = deliveries.claimOne(channel.name(), waiting.message());
            again.ifPresent(one -> handOver(List.of(one)));
            return again.isPresent();
        });
    }

    private void handOver(List<Deliveries.Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        List<DomainEvent> events = batch.stream()
                .map(waiting -> types.read(waiting.type(), waiting.payload()))
                .toList();
        try {
            channel.deliver(events);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new DeliveryFailed(e);
        }
        deliveries.delivered(channel.name(), batch, clock.instant());
    }

    private void putOff(Deliveries.Waiting waiting, RuntimeException failure) {
        Instant now = clock.instant();
        boolean last = waiting.attempts() + 1 >= config.attempts();
        Instant dueAgain = now.plus(pauseAfter(waiting.attempts()));
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.failed(
                        channel.name(), waiting.message(), sentenceOf(failure), dueAgain, last ? now : null));
        if (last) {
            LOG.errorf(
                    failure, "Channel %s gave up on event %d (%s)", channel.name(), waiting.message(), waiting.type());
        } else {
            LOG.warnf(
                    "Channel %s could not take event %d (%s), attempt %d: %s",
                    channel.name(), waiting.message(), waiting.type(), waiting.attempts() + 1, sentenceOf(failure));
        }
    }

    /** Four times as long after each attempt. */
    private Duration pauseAfter(int attempts) {
        Duration pause = config.firstPause();
        for (int i = 0; i < attempts && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    private void takeRest(Throwable why) {
        rest = rest.isZero() ? config.firstPause() : rest.multipliedBy(2);
        if (rest.compareTo(config.longestRest()) > 0) {
            rest = config.longestRest();
        }
        resting = true;
        restsUntil = System.nanoTime() + rest.toNanos();
        LOG.warnf("Channel %s rests for %s: %s", channel.name(), rest, sentenceOf(why));
    }

    private static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChannelUnavailable
                    || cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof HttpTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String sentenceOf(Throwable failure) {
        // The innermost that says anything is nearest to the cause.
        Throwable telling = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                telling = cause;
            }
        }
        String sentence = telling.getClass().getSimpleName() + ": " + telling.getMessage();
        return sentence.length() <= LONGEST_FAILURE ? sentence : sentence.substring(0, LONGEST_FAILURE);
    }

    /** Carries a checked exception of a channel out of the transaction. */
    private static final class DeliveryFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DeliveryFailed(Exception cause) {
            super(cause);
        }
    }
}
