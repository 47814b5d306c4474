package org.muster.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;

/** Who is told what, and what a page that is slow, late or no longer allowed gets. */
@QuarkusTest
class FollowersTest {

    private static final Actor VIEWER = Actor.visitor();

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    private final Things things = new Things();
    private Followers followers;

    @BeforeEach
    void nobody_follows() {
        followers = new Followers(List.of(things), notices, new Tight());
        followers.beginAt(notices.last());
    }

    @Test
    void a_page_is_told_of_its_topics_only() {
        Topic mine = aThing();
        Page page = opened(mine);
        followers.tell(List.of(new Notice(1_000_001, aThing()), new Notice(1_000_002, mine)));
        assertThat(page.changed).containsExactly(mine);
        assertThat(page.positions).last().isEqualTo(1_000_002L);
    }

    @Test
    void a_page_that_takes_nothing_keeps_one_message_a_topic() {
        Topic one = aThing();
        Topic two = aThing();
        Page page = opened(0, one, two);
        for (long notice = 1_000_001; notice <= 1_001_000; notice++) {
            followers.tell(List.of(new Notice(notice, notice % 2 == 0 ? one : two)));
        }
        assertThat(page.changed).isEmpty();
        page.takes(10);
        assertThat(page.changed).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void a_page_that_goes_half_way_comes_back_to_the_other_half() {
        Topic one = aThing();
        Topic two = aThing();
        Page page = opened(0, one, two);
        followers.tell(List.of(new Notice(1_000_005, one), new Notice(1_000_006, two), new Notice(1_000_007, one)));
        page.takes(1);
        assertThat(page.changed).containsExactly(one);
        assertThat(page.positions)
                .last()
                .as("before the one it was not told of")
                .isEqualTo(1_000_005L);
    }

    @Test
    void a_page_that_comes_back_is_told_what_it_missed() {
        Topic changed = aThing();
        Topic quiet = aThing();
        long since = written(aThing());
        long last = written(changed);
        followers.beginAt(last);
        Page page = opened(since, 10, changed, quiet);
        assertThat(page.changed).containsExactly(changed);
        assertThat(opened(last, 10, changed, quiet).changed).isEmpty();
    }

    @Test
    void a_page_that_was_away_too_long_counts_everything_as_changed() {
        Topic one = aThing();
        Topic two = aThing();
        written(aThing());
        written(aThing());
        long last = written(aThing());
        followers.beginAt(last);
        notices.sweep(clock.instant().plusSeconds(60));
        assertThat(opened(0, 10, one, two).changed).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void whoever_may_not_see_a_thing_any_more_is_told_of_that_change_and_of_none_after_it() {
        Topic hidden = aThing();
        Topic open = aThing();
        Page page = opened(hidden, open);
        things.hidden.add(hidden.id());
        followers.admitAgain(followers.tell(List.of(new Notice(1_000_001, hidden))));
        followers.admitAgain(followers.tell(List.of(new Notice(1_000_002, hidden), new Notice(1_000_003, open))));
        assertThat(page.changed).containsExactly(hidden, open);

        things.hidden.add(open.id());
        followers.admitAgain(followers.tell(List.of(new Notice(1_000_004, open))));
        assertThat(page.ended).as("nothing is left to follow").isTrue();
        assertThat(followers.count()).isZero();
    }

    @Test
    void places_are_counted_in_all_and_by_person_and_given_back() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < Tight.OF_ONE; i++) {
            assertThat(followers.hasRoomFor("li")).isTrue();
            pages.add(opened("li", -1, 10, aThing()));
        }
        assertThat(followers.hasRoomFor("li")).isFalse();
        assertThat(followers.hasRoomFor("han")).isTrue();
        for (int i = Tight.OF_ONE; i < Tight.IN_ALL; i++) {
            pages.add(opened("han-" + i, -1, 10, aThing()));
        }
        assertThat(followers.hasRoomFor("somebody")).isFalse();
        pages.get(0).goes();
        assertThat(followers.hasRoomFor("li")).isTrue();
        pages.forEach(Page::goes);
        assertThat(followers.count()).isZero();
    }

    @Test
    void a_page_that_takes_nothing_for_too_long_is_cut_off_and_a_quick_one_is_not() {
        Page quick = opened(aThing());
        Page slow = opened(1, aThing());
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            followers.beat();
            return slow.cuts.get() == 1;
        });
        assertThat(quick.cuts).hasValue(0);
        assertThat(followers.count()).isEqualTo(1);
    }

    private Page opened(Topic... topics) {
        return opened(Integer.MAX_VALUE, topics);
    }

    private Page opened(int takes, Topic... topics) {
        return opened(-1, takes, topics);
    }

    private Page opened(long since, int takes, Topic... topics) {
        return opened("li", since, takes, topics);
    }

    private Page opened(String person, long since, int takes, Topic... topics) {
        Page page = new Page();
        Follower follower = followers.enter(VIEWER, person, Set.of(topics), since, page.cuts::incrementAndGet);
        follower.subscribe(page);
        page.takes(takes);
        return page;
    }

    private long written(Topic topic) {
        QuarkusTransaction.requiringNew().run(() -> notices.write(Set.of(topic), clock.instant()));
        return notices.last();
    }

    private static Topic aThing() {
        return new Topic("thing", UUID.randomUUID());
    }

    /** A page that takes as much as it is told to. */
    private static final class Page implements Flow.Subscriber<Message> {
        final List<Topic> changed = new ArrayList<>();
        final List<Long> positions = new ArrayList<>();
        final AtomicInteger cuts = new AtomicInteger();
        boolean ended;
        private Flow.@Nullable Subscription subscription;

        void takes(int more) {
            if (more > 0) {
                Objects.requireNonNull(subscription).request(more);
            }
        }

        void goes() {
            Objects.requireNonNull(subscription).cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription mine) {
            subscription = mine;
        }

        @Override
        public void onNext(Message message) {
            positions.add(message.position());
            message.changed().ifPresent(changed::add);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }

    private static final class Things implements Audience {
        final Set<UUID> hidden = new HashSet<>();

        @Override
        public String kind() {
            return "thing";
        }

        @Override
        public Set<UUID> visible(Actor viewer, Collection<UUID> ids) {
            Set<UUID> visible = new HashSet<>(ids);
            visible.removeAll(hidden);
            return visible;
        }
    }

    private record Tight() implements LiveConfig {
        static final int IN_ALL = 6;
        static final int OF_ONE = 3;

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int followers() {
            return IN_ALL;
        }

        @Override
        public int followersOfOne() {
            return OF_ONE;
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(1);
        }

        @Override
        public String beatEvery() {
            return "off";
        }

        @Override
        public Duration longest() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration keep() {
            return Duration.ofHours(1);
        }
    }
}
