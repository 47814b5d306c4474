package org.muster.live;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;

/** Where open pages learn that something they show has changed. */
@ApplicationScoped
public class Live {

    /** More than any page shows; a longer list is cut. */
    public static final int TOPICS_AT_MOST = 100;

    private static final Logger LOG = Logger.getLogger(Live.class);

    private final AgroalDataSource database;
    private final Notices notices;
    private final Followers followers;
    private final LiveConfig config;
    private final Clock clock;
    private final ExecutorService afterwards = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "live-admission");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Listener listener;

    @Inject
    Live(
            AgroalDataSource database,
            Notices notices,
            Followers followers,
            LiveConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.database = database;
        this.notices = notices;
        this.followers = followers;
        this.config = config;
        this.clock = clock;
        Gauge.builder("muster.live.pages", followers, Followers::count)
                .description("Open pages that follow something on this replica")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            long known = notices.last();
            followers.beginAt(known);
            listener = new Listener("live-listen", database, notices, config.poll(), known, this::heard);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        followers.endAll();
        if (listener != null) {
            listener.close();
        }
        afterwards.shutdownNow();
    }

    private void heard(List<Notice> fresh) {
        Set<Follower> told = followers.tell(fresh);
        if (!told.isEmpty()) {
            afterwards.execute(() -> admitAgain(told));
        }
    }

    private void admitAgain(Set<Follower> told) {
        try {
            followers.admitAgain(told);
        } catch (RuntimeException e) {
            // Nobody goes on following what could not be asked for.
            told.forEach(Follower::end);
            LOG.warnf("%d pages are asked to come back: %s", told.size(), e.getMessage());
        }
    }

    /** What a page that is read from now on knows already; to be asked before its data is read. */
    public long position() {
        return followers.position();
    }

    /** What came of the wish to follow. */
    public sealed interface Answer {}

    /** Told to the one who subscribes; cancelled when the page goes. */
    public record Following(Flow.Publisher<Message> messages) implements Answer {}

    /** There is none of these topics for the viewer, and there may be none at all. */
    public record Nothing() implements Answer {}

    /** Too many pages follow here already; later, or elsewhere. */
    public record NoRoom() implements Answer {}

    /**
     * Follows those of the topics that the viewer may see.
     *
     * @param written topics as in {@code listing:0b5c…}
     * @param since the position the page knows; negative to be told from now on
     * @param person who it is, for counting how many pages one person follows with
     * @param cut closes the connection of a page that takes nothing
     */
    public Answer follow(Actor viewer, String person, Collection<String> written, long since, Runnable cut) {
        if (listener == null || !followers.hasRoomFor(person)) {
            return new NoRoom();
        }
        Set<Topic> topics = written.stream()
                .limit(TOPICS_AT_MOST)
                .flatMap(one -> Topic.read(one).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Topic> visible = followers.visible(viewer, topics);
        return visible.isEmpty() ? new Nothing() : new Following(followers.enter(viewer, person, visible, since, cut));
    }

    @Scheduled(
            identity = "live-beat",
            every = "${muster.live.beat-every:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        followers.beat();
    }

    @Scheduled(every = "10m", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        notices.sweep(clock.instant().minus(config.keep()));
    }
}
