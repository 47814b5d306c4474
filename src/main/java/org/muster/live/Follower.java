package org.muster.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;

/**
 * One open page. It keeps at most one waiting message a topic, however slowly the page takes them: a topic that changed twice while it
 * waited has changed. So a page that takes nothing costs no more memory than one that does.
 */
final class Follower implements Flow.Publisher<Message>, Flow.Subscription {

    private final Actor viewer;
    private final String person;
    private final LongSupplier everybodysPosition;
    private final Runnable leave;
    private final Runnable cut;
    private final long came;

    /** Each waiting topic with the first notice of it that was not told yet, in the order of these. */
    private final Map<Topic, Long> waiting = new LinkedHashMap<>();

    private final AtomicInteger draining = new AtomicInteger();
    private final Set<Topic> topics;
    private Flow.@Nullable Subscriber<? super Message> page;
    private boolean alive;
    private boolean ended;
    private long demand;
    private long gaveLast;

    /**
     * @param leave gives the place back
     * @param cut closes the page's connection whatever its state
     */
    Follower(
            Actor viewer,
            String person,
            Set<Topic> topics,
            LongSupplier everybodysPosition,
            Runnable leave,
            Runnable cut) {
        this.viewer = viewer;
        this.person = person;
        this.topics = topics;
        this.everybodysPosition = everybodysPosition;
        this.leave = leave;
        this.cut = cut;
        this.came = System.nanoTime();
        this.gaveLast = came;
    }

    Actor viewer() {
        return viewer;
    }

    /** By whom the places are counted. */
    String person() {
        return person;
    }

    /** A concurrent set: it shrinks when the viewer may not see one of them any more. */
    Set<Topic> topics() {
        return topics;
    }

    long came() {
        return came;
    }

    void changed(Topic topic, long notice) {
        synchronized (this) {
            waiting.putIfAbsent(topic, notice);
        }
    }

    /** A sign of life: shows the page that it is connected, and us that it is there. */
    void beat() {
        synchronized (this) {
            alive = true;
        }
        drain();
    }

    /** Since when the page has not asked for more; empty when it waits for us. */
    synchronized Optional<Long> stuckSince() {
        return demand == 0 ? Optional.of(gaveLast) : Optional.empty();
    }

    /** The stream ends well: the page comes back by itself, here or to another replica. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        drain();
    }

    /** The page takes nothing: an orderly end would wait for it for ever. */
    void giveUp() {
        cancel();
        cut.run();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Message> subscriber) {
        synchronized (this) {
            if (page != null) {
                throw new IllegalStateException("One page, one stream");
            }
            page = subscriber;
            alive = true;
        }
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        synchronized (this) {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
        }
        drain();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            ended = true;
            page = null;
            waiting.clear();
        }
        leave.run();
    }

    /** Sends what may be sent; of several threads that come at once, one does it for all. */
    void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            Flow.Subscriber<? super Message> to = page();
            if (to != null) {
                for (Message next = next(); next != null; next = next()) {
                    to.onNext(next);
                }
                if (isOver()) {
                    to.onComplete();
                    leave.run();
                }
            }
            missed = draining.addAndGet(-missed);
        } while (missed != 0);
    }

    private synchronized Flow.@Nullable Subscriber<? super Message> page() {
        return page;
    }

    private synchronized @Nullable Message next() {
        if (demand == 0 || page == null || (waiting.isEmpty() && !alive)) {
            return null;
        }
        demand--;
        gaveLast = System.nanoTime();
        alive = false;
        if (waiting.isEmpty()) {
            return new Message(position(), Optional.empty());
        }
        Topic topic = waiting.keySet().iterator().next();
        waiting.remove(topic);
        return new Message(position(), Optional.of(topic));
    }

    /** What is still waiting has not been told: a page that comes back from here gets it again. */
    private long position() {
        return waiting.isEmpty()
                ? everybodysPosition.getAsLong()
                : waiting.values().iterator().next() - 1;
    }

    private synchronized boolean isOver() {
        if (!ended || page == null || (!waiting.isEmpty() && demand > 0)) {
            return false;
        }
        page = null;
        return true;
    }
}
