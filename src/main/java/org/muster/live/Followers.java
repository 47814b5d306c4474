package org.muster.live;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.muster.identity.Actor;

/** The pages that follow something on this replica. */
@ApplicationScoped
class Followers {

    private final Map<Topic, Set<Follower>> byTopic = new ConcurrentHashMap<>();
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> ofOne = new ConcurrentHashMap<>();
    private final Map<String, Audience> audiences;
    private final Notices notices;
    private final LiveConfig config;

    /** Every notice up to here was offered to those who follow its topic. */
    private volatile long position;

    Followers(@All List<Audience> audiences, Notices notices, LiveConfig config) {
        this.audiences = audiences.stream().collect(Collectors.toMap(Audience::kind, audience -> audience));
        this.notices = notices;
        this.config = config;
    }

    long position() {
        return position;
    }

    int count() {
        return all.size();
    }

    Set<Topic> visible(Actor viewer, Collection<Topic> topics) {
        Map<String, Set<UUID>> byKind = topics.stream()
                .filter(topic -> audiences.containsKey(topic.kind()))
                .collect(Collectors.groupingBy(Topic::kind, Collectors.mapping(Topic::id, Collectors.toSet())));
        Set<Topic> visible = new HashSet<>();
        byKind.forEach((kind, ids) -> {
            Audience audience = audiences.get(kind);
            if (audience != null) {
                audience.visible(viewer, ids).forEach(id -> visible.add(new Topic(kind, id)));
            }
        });
        return visible;
    }

    /** Whether there is room for one more page, and for one more of this person's. */
    boolean hasRoomFor(String person) {
        return all.size() < config.followers() && ofOne.getOrDefault(person, 0) < config.followersOfOne();
    }

    /**
     * A page follows from here on. First it is entered, then what it has missed is looked up: what comes between is told twice rather than
     * never.
     *
     * @param since what the page knows already; negative when it has just been read and asks for nothing before now
     */
    Follower enter(Actor viewer, String person, Set<Topic> visible, long since, Runnable cut) {
        Set<Topic> topics = ConcurrentHashMap.newKeySet();
        topics.addAll(visible);
        Follower[] self = new Follower[1];
        Follower follower = new Follower(viewer, person, topics, () -> position, () -> left(self[0]), cut);
        self[0] = follower;
        all.add(follower);
        ofOne.merge(person, 1, Integer::sum);
        topics.forEach(topic -> byTopic.compute(topic, (any, others) -> {
            Set<Follower> together = others == null ? ConcurrentHashMap.newKeySet() : others;
            together.add(follower);
            return together;
        }));
        if (since >= 0) {
            tellMissed(follower, since);
        }
        return follower;
    }

    private void tellMissed(Follower follower, long since) {
        if (since >= position) {
            return;
        }
        long first = notices.first();
        if (first == 0 || first > since + 1) {
            // What came in between may have been swept: everything counts as changed.
            follower.topics().forEach(topic -> follower.changed(topic, since + 1));
        } else {
            notices.after(since, follower.topics()).forEach(notice -> follower.changed(notice.topic(), since + 1));
        }
    }

    private void left(Follower follower) {
        if (all.remove(follower)) {
            ofOne.computeIfPresent(follower.person(), (person, count) -> count == 1 ? null : count - 1);
            follower.topics().forEach(topic -> forget(topic, follower));
        }
    }

    private void forget(Topic topic, Follower follower) {
        byTopic.computeIfPresent(topic, (any, others) -> {
            others.remove(follower);
            return others.isEmpty() ? null : others;
        });
    }

    /** Takes notices in their order. Returns who was told. */
    Set<Follower> tell(List<Notice> heard) {
        Set<Follower> told = new HashSet<>();
        for (Notice notice : heard) {
            for (Follower follower : byTopic.getOrDefault(notice.topic(), Set.of())) {
                follower.changed(notice.topic(), notice.id());
                told.add(follower);
            }
        }
        if (!heard.isEmpty()) {
            position = Math.max(position, heard.get(heard.size() - 1).id());
        }
        told.forEach(Follower::drain);
        return told;
    }

    /** Where this replica begins. */
    void beginAt(long known) {
        position = known;
    }

    /**
     * Asks again what each may see: whoever may not see a thing any more was told of the change that hid it, and is told nothing after it.
     */
    @ActivateRequestContext
    void admitAgain(Collection<Follower> told) {
        Map<Actor, List<Follower>> byViewer = told.stream().collect(Collectors.groupingBy(Follower::viewer));
        byViewer.forEach((viewer, theirs) -> {
            Set<Topic> asked = new HashSet<>();
            theirs.forEach(follower -> asked.addAll(follower.topics()));
            Set<Topic> visible = visible(viewer, asked);
            for (Follower follower : theirs) {
                for (Topic topic : new ArrayList<>(follower.topics())) {
                    if (!visible.contains(topic)) {
                        follower.topics().remove(topic);
                        forget(topic, follower);
                    }
                }
                if (follower.topics().isEmpty()) {
                    follower.end();
                }
            }
        });
    }

    /** A sign of life to everybody, and the end for those who take nothing or stayed long enough. */
    void beat() {
        long now = System.nanoTime();
        for (Follower follower : all) {
            boolean stuck = follower.stuckSince()
                    .filter(since -> now - since > config.patience().toNanos())
                    .isPresent();
            if (stuck) {
                follower.giveUp();
            } else if (now - follower.came() > config.longest().toNanos()) {
                follower.end();
            } else {
                follower.beat();
            }
        }
    }

    /** This replica stops: everybody is asked to come back elsewhere. */
    void endAll() {
        all.forEach(Follower::end);
    }
}
