package org.muster.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muster.testing.RunningApplication;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.StandingServers;
import org.muster.testing.Traders;

/** What was acknowledged is found, whenever the application is killed; and the command that builds the index anew does so. */
class SearchAfterCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern INDEX = Pattern.compile("listings-\\d[^\"]*");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static StandingServers servers;
    private static RunningApplication muster;

    @BeforeAll
    static void servers() {
        servers = StandingServers.shared();
        muster = RunningApplication.packaged(servers);
    }

    @AfterEach
    void everything_ends() {
        muster.close();
    }

    @Test
    void whatever_was_acknowledged_before_a_kill_is_found_after_the_restart() {
        Map<String, String> writesOnly = new HashMap<>(StandingServers.EMPTY);
        writesOnly.put("muster.outbox.enabled", "false");
        String before = alias();
        muster.start(writesOnly);
        // Of the empty market, which is built while the application already answers.
        String index = Awaitility.await("an index for the empty market")
                .atMost(PATIENCE)
                .until(SearchAfterCrashIT::alias, name -> !name.isEmpty() && !name.equals(before));
        String title = aTitle();
        String id = Traders.publishLine(aSupplier(), title, Map.of());
        assertThat(isIndexed(id)).as("kept from being delivered").isFalse();
        assertThat(found(title)).isFalse();

        muster.kill();
        muster.start();

        Awaitility.await("the search finds what was published").atMost(PATIENCE).until(() -> found(title));
        assertThat(isIndexed(id)).isTrue();
        assertThat(indexInForce()).as("not found by building the index anew").isEqualTo(index);

        List<String> acknowledged = publishedUntilKilled();
        muster.start();

        Awaitility.await("each acknowledged listing is in the index")
                .atMost(PATIENCE)
                .until(() -> acknowledged.stream().allMatch(SearchAfterCrashIT::isIndexed));
        assertThat(indexInForce()).isEqualTo(index);
    }

    @Test
    void the_command_builds_a_wiped_index_from_the_database() {
        muster.start();
        String title = aTitle();
        String id = Traders.publishLine(aSupplier(), title, Map.of());
        Awaitility.await().atMost(PATIENCE).until(() -> isIndexed(id));
        muster.stop();
        assertThat(elasticsearch("DELETE", "/" + indexInForce()).statusCode()).isEqualTo(200);
        assertThat(isIndexed(id)).isFalse();

        assertThat(muster.run(Map.of(), "rebuild-search")).as(muster.log()).isZero();

        assertThat(muster.log()).contains("The search index holds");
        assertThat(isIndexed(id)).isTrue();
        muster.start(Map.of("muster.search.keep-index", "false"));
        assertThat(found(title)).isTrue();
    }

    @Test
    void the_command_says_by_its_exit_code_that_it_could_not() {
        assertThat(muster.run(Map.of("quarkus.elasticsearch.hosts", "127.0.0.1:9"), "rebuild-search"))
                .as(muster.log())
                .isEqualTo(1);
    }

    /** One listing after the other, while the outbox delivers, until the application is killed in the midst of it. */
    private static List<String> publishedUntilKilled() {
        Visitor wang = aSupplier();
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> supplier = CompletableFuture.runAsync(() -> {
            while (muster.isAlive()) {
                try {
                    acknowledged.add(Traders.publishLine(wang, aTitle(), Map.of()));
                } catch (AssertionError cutOff) {
                    return;
                }
            }
        });
        Awaitility.await().atMost(PATIENCE).until(() -> acknowledged.size() >= 8);
        muster.kill();
        supplier.join();
        return List.copyOf(acknowledged);
    }

    private static Visitor aSupplier() {
        return Traders.someoneOf("不倒" + Traders.aWord() + "有限公司", muster.url(), "supplier-wang");
    }

    /** On the page, and not by way of PostgreSQL. */
    private static boolean found(String title) {
        String page = SignIn.asNobodyAt(muster.url()).get("/search?q=" + title).body();
        assertThat(page).as("answered by the index").doesNotContain("搜索引擎暂时");
        return Jsoup.parse(page).select("main h2 a, main h3 a").eachText().contains(title);
    }

    private static boolean isIndexed(String id) {
        return elasticsearch("GET", "/listings/_doc/" + id).statusCode() == 200;
    }

    private static String indexInForce() {
        return Awaitility.await("an index is in force")
                .atMost(PATIENCE)
                .until(SearchAfterCrashIT::alias, name -> !name.isEmpty());
    }

    /** The index that searches go to; nothing when there is none. */
    private static String alias() {
        HttpResponse<String> alias = elasticsearch("GET", "/_alias/listings");
        var name = INDEX.matcher(alias.body());
        return alias.statusCode() == 200 && name.find() ? name.group() : "";
    }

    private static HttpResponse<String> elasticsearch(String method, String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://" + servers.setting("quarkus.elasticsearch.hosts") + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String aTitle() {
        return "不倒线" + Traders.aWord();
    }
}
