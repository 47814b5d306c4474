package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.Proven;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;

/** Certificates gate by the day of the search and by what they cover, with the index and without. */
@QuarkusTest
class ProvenTest {

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Certificates certificates;

    @Inject
    DataSource database;

    @Inject
    RestClient elasticsearch;

    private List<Node> nodes = List.of();
    private String word = "";
    private Supplier proven;
    private ListingId masks = ListingId.create();

    @BeforeEach
    void one_who_can_prove_it_and_one_who_cannot() {
        nodes = elasticsearch.getNodes();
        word = "pv" + UUID.randomUUID().toString().substring(0, 6);
        proven = supply.supplier("证" + word + "厂", Supply.QINGDAO);
        masks = listed(proven, "医用外科口罩");
        listed(supply.supplier("无" + word + "厂", Supply.WUHAN), "医用外科口罩");
        shows("MANAGEMENT_SYSTEM", "QMS-1", "", "ISO 9001:2015");
        shows("TEST_REPORT", "R-1", "", "YY 0469-2023");
        supply.arrives();
    }

    @AfterEach
    void the_index_is_back() {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(asked()).fromIndex());
    }

    @Test
    void only_who_shows_a_valid_certificate_of_the_kind_is_found() {
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(ids(kind(CertificateKind.MANAGEMENT_SYSTEM))).containsExactly(masks);
            assertThat(ids(kind(CertificateKind.REGISTRATION))).isEmpty();
            assertThat(ids(asked())).hasSize(2);
        }
    }

    @Test
    void choices_count_listings_under_all_other_filters() {
        Facets facets = ask(kind(CertificateKind.TEST_REPORT)).facets().orElseThrow();
        assertThat(facets.certificates())
                .isEqualTo(Map.of(CertificateKind.MANAGEMENT_SYSTEM, 1L, CertificateKind.TEST_REPORT, 1L));
        assertThat(facets.standards()).containsEntry("YY 0469-2023", 1L);
    }

    @Test
    void a_paper_that_is_over_proves_nothing_from_the_next_day_on() {
        over();
        supply.reindexes(masks);
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(ids(kind(CertificateKind.MANAGEMENT_SYSTEM))).isEmpty();
        }
    }

    @Test
    void a_successor_will_do_only_where_it_is_asked_for() {
        Proven exactly = new Proven(Set.of(), Set.of("YY 0469-2011"), false, Set.of("YY 0469-2011"));
        Proven orSuccessor = new Proven(Set.of(), Set.of("YY 0469-2011"), true, Set.of("YY 0469-2011", "YY 0469-2023"));
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(ids(asked().withProven(exactly))).isEmpty();
            assertThat(ids(asked().withProven(orSuccessor))).containsExactly(masks);
        }
    }

    @Test
    void what_the_scope_does_not_cover_is_not_proven() {
        ListingId other = listed(proven, "塑料瓶盖");
        shows("PRODUCTION_LICENCE", "鲁药监械生产许20230001号", "口罩", "");
        supply.arrives();
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(ids(kind(CertificateKind.PRODUCTION_LICENCE)))
                    .contains(masks)
                    .doesNotContain(other);
        }
    }

    private SearchQuery kind(CertificateKind kind) {
        return asked().withProven(Proven.nothing().withKinds(Set.of(kind)));
    }

    private SearchQuery asked() {
        return SearchQuery.everything().withWords(word);
    }

    private List<ListingId> ids(SearchQuery query) {
        return ask(query).known().hits().stream().map(hit -> hit.card().id()).toList();
    }

    private SearchResult ask(SearchQuery query) {
        return search.search(Actor.visitor(), query, supply.now());
    }

    private void index(boolean there) {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(asked()).fromIndex());
        if (!there) {
            elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
        }
    }

    private ListingId listed(Supplier by, String product) {
        return supply.publishes(
                by, ListingDraft.line(word + " 产线").products(List.of(product)).declared(Availability.FREE));
    }

    private void shows(String kind, String number, String scope, String standards) {
        LocalDate nextYear = supply.now().atZone(Weeks.ZONE).toLocalDate().plusYears(1);
        Supply.done(certificates.add(
                proven.actor(),
                new CertificateDraft(kind, number, "某机构", "OWN", "", scope, "", standards, "", nextYear.toString(), ""),
                supply.now()));
    }

    /** As time would make it. */
    private void over() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update certificate set valid_to = current_date - 2 where organisation_id = ?")) {
            update.setObject(1, proven.id().value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
