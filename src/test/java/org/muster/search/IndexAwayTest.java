package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.ServiceType;
import org.muster.identity.Actor;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;

/** The client is led to a port where nobody listens, and back. */
@QuarkusTest
class IndexAwayTest {

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    RestClient elasticsearch;

    private List<Node> nodes = List.of();
    private Supplier maker;
    private String word = "";

    @BeforeEach
    void a_line_that_is_in_the_index() {
        nodes = elasticsearch.getNodes();
        word = "zz" + UUID.randomUUID().toString().substring(0, 8);
        maker = supply.supplier("丁" + word + "厂", Supply.QINGDAO);
        supply.publishes(maker, ListingDraft.line(word + " 熔喷线").declared(Availability.FREE));
        supply.arrives();
        await().atMost(Duration.ofSeconds(30)).until(() -> ask().fromIndex());
    }

    @AfterEach
    void back() {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30)).until(() -> ask().fromIndex());
    }

    @Test
    void postgresql_answers_the_same_search() {
        lost();
        SearchResult result = ask();
        assertThat(result.fromIndex()).isFalse();
        assertThat(result.facets()).isEmpty();
        assertThat(result.known().hits()).hasSize(1);
        assertThat(result.known().total()).isEqualTo(1);
    }

    @Test
    void the_page_says_so_and_stays_whole() {
        lost();
        var page = Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "zh-CN")
                .get("/search?q=" + word)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(page.text()).contains("搜索服务暂时不可用");
        assertThat(page.select(".hit")).hasSize(1);
    }

    @Test
    void the_map_says_so_too_and_shows_the_same_places() {
        assertThat(map().select(".map-table td").eachText()).containsExactly("1");
        lost();
        var page = map();
        assertThat(page.text()).contains("搜索服务暂时不可用");
        assertThat(page.select("a.map-cluster text").eachText()).containsExactly("1");
        assertThat(page.select(".map-table td").eachText()).containsExactly("1");
        assertThat(page.select(".map-table th[scope=row]").text()).contains("青岛");
    }

    @Test
    void a_visitor_is_told_of_whole_weeks_too() {
        lost();
        assertThat(page("/search?q=" + word + "&from=2027-03-10&to=2027-03-11").text())
                .contains("搜索服务暂时不可用", "2027年3月8日", "2027年3月14日", "整周");
    }

    private org.jsoup.nodes.Document map() {
        return page("/search/map?q=" + word);
    }

    private static org.jsoup.nodes.Document page(String address) {
        return Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "zh-CN")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    @Test
    void services_rooms_and_conversions_are_filtered_the_same() {
        ListingId clean = supply.publishes(
                maker,
                ListingDraft.line(word + " 万级线")
                        .convertibleProducts(List.of("医用口罩"))
                        .particulars(new Particulars.Line(List.of(), CleanRoom.CLASS_10000))
                        .declared(Availability.FREE));
        ListingId crew = supply.publishes(
                maker,
                ListingDraft.of(ListingKind.SERVICE, word + " 班组")
                        .particulars(new Particulars.Crew(8))
                        .declared(Availability.FREE));
        supply.arrives();
        SearchQuery hers = SearchQuery.everything().withOrganisation(Optional.of(maker.id()));
        List<SearchQuery> queries = List.of(
                hers.withCleanRoom(Optional.of(CleanRoom.CLASS_100000)),
                hers.withConvertible("口罩"),
                hers.withWords("可转产口罩的生产线"),
                hers.withServices(Set.of(ServiceType.CREW)));
        List<ListingId> wanted = List.of(clean, clean, clean, crew);
        for (boolean index : List.of(true, false)) {
            if (!index) {
                lost();
                assertThat(ask().fromIndex()).isFalse();
            }
            for (int i = 0; i < queries.size(); i++) {
                assertThat(known(queries.get(i), Actor.visitor()))
                        .as("%s %s", index, queries.get(i))
                        .containsExactly(wanted.get(i));
            }
        }
    }

    @Test
    void both_tell_a_visitor_the_same_of_a_week_that_is_partly_free() {
        String halfWeek = "yy" + UUID.randomUUID().toString().substring(0, 8);
        ListingId line = supply.publishes(maker, ListingDraft.line(halfWeek + " 线"));
        Instant monday = Weeks.endOf(supply.now().plus(Duration.ofDays(7)));
        supply.opens(
                maker, line, monday.plus(Duration.ofHours(60)), monday.plus(Duration.ofHours(84)), Availability.FREE);
        supply.arrives();
        LocalDate first = monday.atZone(Weeks.ZONE).toLocalDate();
        SearchQuery inThatWeek = SearchQuery.everything()
                .withWords(halfWeek)
                .withDates(Optional.of(new FreeDates(first.plusDays(5), first.plusDays(5), Weeks.ZONE)));
        SearchQuery inTheNext =
                inThatWeek.withDates(Optional.of(new FreeDates(first.plusDays(7), first.plusDays(7), Weeks.ZONE)));
        assertThat(known(inThatWeek, Actor.visitor())).containsExactly(line);
        assertThat(known(inTheNext, Actor.visitor())).isEmpty();
        assertThat(known(inThatWeek, maker.actor())).isEmpty();
        lost();
        assertThat(known(inThatWeek, Actor.visitor())).containsExactly(line);
        assertThat(known(inTheNext, Actor.visitor())).isEmpty();
        assertThat(known(inThatWeek, maker.actor())).isEmpty();
        assertThat(ask().fromIndex()).isFalse();
    }

    private List<ListingId> known(SearchQuery query, Actor viewer) {
        return search.search(viewer, query, supply.now()).known().hits().stream()
                .map(hit -> hit.card().id())
                .toList();
    }

    @Test
    void readiness_stays_and_tells_who_answers() {
        lost();
        ask();
        var health = RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(health).contains("\"answered-by\": \"postgresql\"");
    }

    @Test
    void it_recovers_by_itself_and_misses_nothing() {
        lost();
        ask();
        supply.publishes(maker, ListingDraft.line(word + " 第二条线").declared(Availability.FREE));
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            SearchResult result = ask();
            assertThat(result.fromIndex()).isTrue();
            assertThat(result.known().total()).isEqualTo(2);
        });
    }

    private void lost() {
        elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
    }

    private SearchResult ask() {
        return search.search(Actor.visitor(), SearchQuery.everything().withWords(word), supply.now());
    }
}
