package org.muster.live.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.live.Live;
import org.muster.search.Supply;
import org.muster.shared.ListingId;
import org.muster.testing.SignIn;

/** The stream over HTTP, from a committed change of a listing to whoever follows it. */
@QuarkusTest
class LiveStreamTest {

    @Inject
    Supply supply;

    @Inject
    Catalogue catalogue;

    @Inject
    Live live;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<Open> open = new ArrayList<>();
    private Supply.Supplier maker;

    @BeforeEach
    void a_maker() {
        maker = supply.supplier("丁" + UUID.randomUUID().toString().substring(0, 8) + "有限公司", "370200");
    }

    @AfterEach
    void all_pages_are_closed() {
        open.forEach(Open::close);
    }

    @Test
    void a_change_arrives_within_a_second_of_its_commit_and_says_nothing_but_what_changed() {
        ListingId line = publish(Confidentiality.PUBLIC);
        Open page = follow("listing:" + line, -1);
        for (int round = 1; round <= 5; round++) {
            int times = round;
            change(line, round);
            long committed = System.nanoTime();
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> page.changes().size() >= times);
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(page.changes()).containsOnly("listing:" + line);
        assertThat(page.lines)
                .allSatisfy(
                        text -> assertThat(text)
                                .matches(
                                        "id: ?\\d+|event: ?(changed|at)|retry: ?\\d+|data: ?(\\.|listing:[-0-9a-f]{36})|data:|"));
    }

    @Test
    void a_page_that_comes_back_is_told_what_happened_meanwhile() {
        ListingId line = publish(Confidentiality.PUBLIC);
        ListingId other = publish(Confidentiality.PUBLIC);
        Open page = follow("listing:" + line, -1);
        change(line, 1);
        await().until(() -> page.changes().size() == 1);
        String known = page.lastId();
        page.close();
        change(line, 2);
        change(other, 1);
        await().until(() -> live.position() > Long.parseLong(known) + 1);

        Open again = send(HttpRequest.newBuilder(address("listing:" + line, -1)).header("Last-Event-ID", known));
        await().until(() -> again.changes().size() == 1);
        assertThat(again.changes()).containsExactly("listing:" + line);
    }

    @Test
    void what_changed_between_reading_a_page_and_following_is_told() {
        ListingId line = publish(Confidentiality.PUBLIC);
        String since = SignIn.asNobody()
                .page("/listings/" + line)
                .select("script[src^=/live.js]")
                .attr("data-since");
        change(line, 1);
        await().until(() -> live.position() > Long.parseLong(since));
        Open page = follow("listing:" + line, Long.parseLong(since));
        await().until(() -> page.changes().contains("listing:" + line));
    }

    @Test
    void nobody_follows_what_they_may_not_see() {
        ListingId secret = publish(Confidentiality.COORDINATORS_ONLY);
        ListingId draft = catalogue
                .create(maker.actor(), maker.id(), ListingDraft.line("草稿").build(), clock.instant())
                .fold(id -> id, refusals -> {
                    throw new AssertionError(refusals);
                });
        ListingId shown = publish(Confidentiality.PUBLIC);
        assertThat(answer("listing:" + secret)).isEqualTo(404);
        assertThat(answer("listing:" + draft)).isEqualTo(404);
        assertThat(answer("listing:" + UUID.randomUUID())).isEqualTo(404);
        assertThat(answer("nonsense")).isEqualTo(404);
        assertThat(answer("unknown-kind:" + UUID.randomUUID())).isEqualTo(404);

        Open page = follow("listing:" + secret + ",listing:" + shown, -1);
        change(secret, 1);
        change(shown, 1);
        await().until(() -> !page.changes().isEmpty());
        assertThat(page.changes()).containsExactly("listing:" + shown);
    }

    @Test
    void a_listing_that_is_hidden_says_so_once_and_falls_silent() {
        ListingId line = publish(Confidentiality.PUBLIC);
        ListingId other = publish(Confidentiality.PUBLIC);
        Open page = follow("listing:" + line + ",listing:" + other, -1);
        Open onlyThis = follow("listing:" + line, -1);
        assertThat(catalogue.pause(maker.actor(), line, clock.instant()).isAccepted())
                .isTrue();
        await().until(() -> page.changes().contains("listing:" + line));
        await("nothing is left to follow").until(() -> onlyThis.ended);
        change(line, 1);
        change(other, 1);
        await().until(() -> page.changes().contains("listing:" + other));
        assertThat(page.changes()).containsExactly("listing:" + line, "listing:" + other);
    }

    @Test
    void a_replica_that_loses_its_ear_goes_on_telling() throws SQLException {
        ListingId line = publish(Confidentiality.PUBLIC);
        Open page = follow("listing:" + line, -1);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'live-listen'");
        }
        change(line, 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> page.changes().size() == 1);
        change(line, 2);
        await().atMost(Duration.ofSeconds(10)).until(() -> page.changes().size() == 2);
    }

    /** Published, and nobody has anything left to tell of it. */
    private ListingId publish(Confidentiality confidentiality) {
        ListingId line = supply.publishes(maker, ListingDraft.line("口罩线").confidentiality(confidentiality));
        supply.isTold();
        await().until(() -> live.position() >= lastNotice());
        return line;
    }

    private long lastNotice() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) from live_notice")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(ListingId line, int day) {
        var from = clock.instant().plus(Duration.ofDays(10L + day));
        supply.opens(maker, line, from, from.plus(Duration.ofHours(2)), Availability.FREE);
    }

    private int answer(String topics) {
        try {
            return client.send(
                            HttpRequest.newBuilder(address(topics, -1))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Open follow(String topics, long since) {
        return send(HttpRequest.newBuilder(address(topics, since)));
    }

    private Open send(HttpRequest.Builder request) {
        try {
            Open page = new Open(client.send(
                    request.header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofLines()));
            open.add(page);
            // From its first sign of life on a page follows.
            await().until(() -> page.lines.stream().anyMatch(line -> line.startsWith("event")));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI address(String topics, long since) {
        return URI.create(SignIn.applicationUrl() + "/live?topics=" + topics + (since < 0 ? "" : "&since=" + since));
    }

    /** An open stream, read by a thread of its own. */
    private static final class Open {
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile boolean ended;
        private final Stream<String> stream;

        Open(HttpResponse<Stream<String>> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            stream = answer.body();
            Thread reader = new Thread(
                    () -> {
                        try {
                            stream.forEach(lines::add);
                        } catch (UncheckedIOException closed) {
                            // Closed by this side.
                        }
                        ended = true;
                    },
                    "test-page");
            reader.setDaemon(true);
            reader.start();
        }

        List<String> changes() {
            return lines.stream()
                    .map(line -> line.replaceFirst("^data: ?", ""))
                    .filter(line -> line.startsWith("listing:"))
                    .toList();
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .replaceFirst("id: ?", "");
        }

        void close() {
            stream.close();
        }
    }
}
