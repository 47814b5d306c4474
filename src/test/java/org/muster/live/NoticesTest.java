package org.muster.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one replica writes every replica hears, once and in order, whatever happens to its connection. */
@QuarkusTest
class NoticesTest {

    /** So long that only NOTIFY can be the cause of what is heard before. */
    private static final Duration NEVER = Duration.ofSeconds(4);

    @Inject
    AgroalDataSource database;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void nobody_listens_any_more() {
        listeners.forEach(Listener::close);
    }

    @Test
    void every_replica_hears_every_notice_once_and_in_order() {
        Ear first = anEar("test-first", NEVER);
        Ear second = anEar("test-second", NEVER);
        List<Topic> told = topics(20);
        told.forEach(this::tell);
        await().atMost(Duration.ofSeconds(5)).until(() -> first.heard(told) && second.heard(told));
        assertThat(first.of(told)).containsExactlyElementsOf(told);
        assertThat(second.of(told)).containsExactlyElementsOf(told);
        assertThat(first.ids()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_notice_is_heard_at_once_and_not_at_the_next_look() {
        Ear ear = anEar("test-ear", NEVER);
        Topic topic = aTopic();
        long before = System.nanoTime();
        tell(topic);
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5)).until(() -> ear.heard(List.of(topic)));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void what_is_written_while_the_connection_is_gone_is_heard_all_the_same() throws SQLException {
        Ear ear = anEar("test-cut", NEVER);
        List<Topic> told = topics(5);
        tell(told.get(0));
        await().until(() -> ear.heard(told.subList(0, 1)));
        cut("test-cut");
        told.subList(1, 4).forEach(this::tell);
        await().atMost(Duration.ofSeconds(10)).until(() -> ear.heard(told.subList(0, 4)));
        await().atMost(Duration.ofSeconds(10)).until(ear.listener::isListening);
        tell(told.get(4));
        await().atMost(Duration.ofSeconds(2)).until(() -> ear.heard(told));
        assertThat(ear.of(told)).containsExactlyElementsOf(told);
    }

    @Test
    void a_lost_wake_up_costs_one_look_and_nothing_else() {
        Ear ear = anEar("test-deaf", Duration.ofMillis(300));
        Topic topic = aTopic();
        QuarkusTransaction.requiringNew().run(() -> insertWithoutWaking(topic));
        await().atMost(Duration.ofSeconds(3)).until(() -> ear.heard(List.of(topic)));
    }

    @Test
    void whoever_commits_late_does_not_slip_in_before_what_was_read() throws Exception {
        Topic slow = aTopic();
        Topic quick = aTopic();
        long before = notices.last();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    notices.write(Set.of(slow), clock.instant());
                    written.countDown();
                    waitFor(mayCommit);
                }));
        written.await();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> tell(quick));
        await().until(() -> waitingForALock());
        assertThat(topicsAfter(before)).doesNotContain(quick, slow);
        mayCommit.countDown();
        CompletableFuture.allOf(late, other).join();
        assertThat(topicsAfter(before)).containsSubsequence(slow, quick);
    }

    @Test
    void notices_are_swept_from_the_front_and_the_last_one_stays() {
        topics(3).forEach(this::tell);
        long last = notices.last();
        notices.sweep(clock.instant().plusSeconds(60));
        assertThat(notices.last()).isGreaterThanOrEqualTo(last);
        assertThat(notices.first()).isGreaterThanOrEqualTo(last);
    }

    private Ear anEar(String name, Duration poll) {
        Ear ear = new Ear(name, poll);
        listeners.add(ear.listener);
        await().atMost(Duration.ofSeconds(5)).until(ear.listener::isListening);
        return ear;
    }

    private final class Ear {
        private final List<Notice> heard = new CopyOnWriteArrayList<>();
        private final Listener listener;

        Ear(String name, Duration poll) {
            listener = new Listener(name, database, notices, poll, notices.last(), heard::addAll);
        }

        boolean heard(List<Topic> topics) {
            return of(topics).size() >= topics.size();
        }

        List<Topic> of(List<Topic> topics) {
            return heard.stream().map(Notice::topic).filter(topics::contains).toList();
        }

        List<Long> ids() {
            return heard.stream().map(Notice::id).toList();
        }
    }

    private void tell(Topic topic) {
        QuarkusTransaction.requiringNew().run(() -> notices.write(Set.of(topic), clock.instant()));
    }

    private void insertWithoutWaking(Topic topic) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into live_notice (kind, subject_id, told_at) values (?, ?, now())")) {
            insert.setString(1, topic.kind());
            insert.setObject(2, topic.id());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void cut(String name) throws SQLException {
        try (var connection = database.getConnection();
                var end = connection.prepareStatement(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")) {
            end.setString(1, name);
            try (var row = end.executeQuery()) {
                assertThat(row.next() && row.getBoolean(1))
                        .as("somebody was cut off")
                        .isTrue();
            }
        }
    }

    private boolean waitingForALock() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    private List<Topic> topicsAfter(long known) {
        return notices.after(known).stream().map(Notice::topic).toList();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Topic aTopic() {
        return new Topic("thing", UUID.randomUUID());
    }

    private static List<Topic> topics(int count) {
        return IntStream.range(0, count).mapToObj(i -> aTopic()).toList();
    }
}
