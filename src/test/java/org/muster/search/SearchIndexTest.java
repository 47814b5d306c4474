package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.identity.Actor;
import org.muster.reference.Places;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;

/** The life of the index: lost, rebuilt, rebuilt while things change, killed half way. */
@QuarkusTest
class SearchIndexTest {

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    SearchIndex life;

    @Inject
    ListingIndex index;

    @Inject
    Catalogue catalogue;

    @Inject
    Places places;

    @Inject
    RebuildLock lock;

    @Inject
    RestClient elasticsearch;

    @Inject
    ObjectMapper json;

    /** A search meets the moment of a swap in one of a few. */
    private static final int SWAPS = 5;

    private Supplier maker;

    @BeforeEach
    void a_maker_and_an_index() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> index.fitness() == ListingIndex.Fitness.FIT
                        && !index.state().rebuilding());
        maker = supply.supplier("丙" + UUID.randomUUID().toString().substring(0, 8) + "有限公司", Supply.QINGDAO);
    }

    @AfterEach
    void the_index_is_whole_again() {
        await().atMost(Duration.ofSeconds(30)).until(() -> index.fitness() == ListingIndex.Fitness.FIT);
    }

    @Test
    void a_wiped_index_comes_back_with_the_same_answers() {
        ListingId line = publish("甲线");
        publish("乙线");
        supply.arrives();
        List<ListingId> before = found();
        assertThat(before).contains(line).hasSize(2);

        send("DELETE", "/" + index.state().name().orElseThrow());
        // Whoever asks before it is back is answered by PostgreSQL.
        assertThat(found()).containsExactlyInAnyOrderElementsOf(before);

        // The keeper may be quicker, and then holds the lock.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> life.rebuild("test").isPresent() || index.fitness() == ListingIndex.Fitness.FIT);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> index.fitness() == ListingIndex.Fitness.FIT
                        && search(maker).fromIndex());
        assertThat(found()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void nobody_has_to_ask_for_a_missing_index() {
        publish("甲线");
        send("DELETE", "/" + index.state().name().orElseThrow());
        await().atMost(Duration.ofSeconds(30)).until(() -> index.fitness() == ListingIndex.Fitness.FIT);
        await().atMost(Duration.ofSeconds(30)).until(() -> found().size() == 1);
    }

    @Test
    void a_rebuild_swaps_the_index_and_remembers_itself() {
        publish("甲线");
        supply.arrives();
        String before = index.state().name().orElseThrow();
        long listings = rebuild();
        var state = index.state();
        assertThat(state.name()).isPresent().isNotEqualTo(Optional.of(before));
        assertThat(state.listings()).isEqualTo(listings);
        assertThat(state.built().orElseThrow().by()).isEqualTo("test");
        assertThat(names()).containsExactly(state.name().orElseThrow());
    }

    @Test
    void whoever_searches_while_the_index_is_swapped_is_answered_by_one_of_them() {
        publish("甲线");
        supply.arrives();
        await().atMost(Duration.ofSeconds(30)).until(() -> search(maker).fromIndex());
        var swaps = CompletableFuture.runAsync(() -> IntStream.range(0, SWAPS).forEach(swap -> rebuild()));
        while (!swaps.isDone()) {
            assertThat(search(maker).fromIndex()).isTrue();
        }
        swaps.join();
    }

    @Test
    void a_change_during_a_rebuild_is_in_the_new_index_and_an_older_copy_does_not_undo_it() throws Exception {
        ListingId changed = publish("甲线");
        ListingId withdrawn = publish("乙线");
        supply.arrives();
        try (var mine = locked();
                var rollover = index.rollover("test")) {
            var read = catalogue.documents(List.of(changed, withdrawn)).stream()
                    .map(document -> IndexedListing.of(document, places))
                    .toList();
            // After they were read and before they are written, both change.
            supply.confirms(maker, changed);
            supply.withdraws(maker, withdrawn);
            ListingId fresh = publish("丙线");
            supply.isTold();
            rollover.add(read);
            rollover.commit();
            supply.arrives();
            assertThat(found()).containsExactlyInAnyOrder(changed, fresh);
            long revision = catalogue.documents(List.of(changed)).get(0).revision();
            assertThat(send("GET", "/listings/_doc/" + changed).path("_version").asLong())
                    .isEqualTo(revision);
        }
        rebuild();
    }

    @Test
    void a_killed_rebuild_leaves_the_old_index_in_force_and_its_remains_go_with_the_next() {
        ListingId line = publish("甲线");
        supply.arrives();
        String inForce = index.state().name().orElseThrow();
        try (var mine = locked()) {
            // Begun, and neither committed nor closed: as a kill leaves it.
            index.rollover("killed");
        }
        assertThat(names()).hasSize(2);
        assertThat(index.state().name()).contains(inForce);
        assertThat(index.state().rebuilding()).isTrue();
        assertThat(found()).containsExactly(line);
        rebuild();
        assertThat(names()).containsExactly(index.state().name().orElseThrow());
        assertThat(index.state().rebuilding()).isFalse();
        assertThat(found()).containsExactly(line);
    }

    @Test
    void a_failed_rebuild_changes_nothing() {
        publish("甲线");
        supply.arrives();
        String inForce = index.state().name().orElseThrow();
        assertThatThrownBy(() -> {
                    try (var mine = locked();
                            var rollover = index.rollover("test")) {
                        rollover.add(List.of());
                        throw new IllegalStateException("the database went away");
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        assertThat(names()).containsExactly(inForce);
    }

    @Test
    void two_rebuilds_never_run_at_once() {
        try (var mine = locked()) {
            assertThat(life.rebuild("second")).isEmpty();
        }
    }

    private ListingId publish(String title) {
        return supply.publishes(maker, ListingDraft.line(title).declared(Availability.FREE));
    }

    private RebuildLock.Held locked() {
        return await().atMost(Duration.ofSeconds(30))
                .until(lock::take, Optional::isPresent)
                .orElseThrow();
    }

    private long rebuild() {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> life.rebuild("test"), Optional::isPresent)
                .orElseThrow();
    }

    private SearchResult search(Supplier supplier) {
        return search.search(
                Actor.visitor(), SearchQuery.everything().withOrganisation(Optional.of(supplier.id())), supply.now());
    }

    private List<ListingId> found() {
        return search(maker).known().hits().stream().map(hit -> hit.card().id()).toList();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        send("GET", "/listings-*/_alias").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode send(String method, String path) {
        try {
            return json.readTree(elasticsearch
                    .performRequest(new Request(method, path))
                    .getEntity()
                    .getContent());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
