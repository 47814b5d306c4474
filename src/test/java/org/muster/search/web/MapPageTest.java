package org.muster.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.identity.Actor;
import org.muster.search.LandMass;
import org.muster.search.MapAnswer;
import org.muster.search.MapBox;
import org.muster.search.MapResult;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.Supply;
import org.muster.shared.Point;
import org.muster.testing.SignIn;

@QuarkusTest
class MapPageTest {

    private static final Point QINGDAO = new Point(36.07, 120.38);
    private static final Point CHENGDU = new Point(30.66, 104.06);

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    LandMass land;

    @Test
    void what_lies_apart_is_apart_on_the_map_and_in_the_table_beside_it() {
        String word = "qmz" + UUID.randomUUID().toString().substring(0, 6);
        listed(word, "370200", Confidentiality.PUBLIC);
        listed(word, "370200", Confidentiality.PUBLIC);
        listed(word, "510100", Confidentiality.PUBLIC);
        supply.arrives();
        Document page = SignIn.asNobody().page("/search/map?q=" + word);
        assertThat(page.select("a.map-cluster text").eachText()).containsExactly("2", "1");
        assertThat(page.select(".map-table td").eachText()).containsExactly("2", "1");
        assertThat(page.select(".map-table th[scope=row]").eachText().get(0)).contains("青岛");
        assertThat(page.select(".map-table th[scope=row]").eachText().get(1)).contains("成都");
        assertThat(page.select("#map li")).hasSize(3);
        Document nearer =
                SignIn.asNobody().page(page.select("a.map-cluster").get(0).attr("href"));
        assertThat(nearer.select(".map-cluster text").eachText()).containsExactly("2");
        assertThat(nearer.text()).contains("这片地方有 2 条供给");
    }

    @Test
    void an_anonymous_listing_stands_in_the_middle_of_its_city_for_everybody() {
        String word = "amz" + UUID.randomUUID().toString().substring(0, 6);
        listed(word, "370211", Confidentiality.ANONYMOUS);
        supply.arrives();
        MapResult result =
                search.map(Actor.visitor(), SearchQuery.everything().withWords(word), MapBox.whole(), supply.now());
        assertThat(result.clusters()).hasSize(1);
        assertThat(result.clusters().get(0).middle().kilometresTo(QINGDAO)).isLessThan(15);
    }

    @Test
    void what_a_viewer_may_not_find_is_not_on_the_map_either() {
        String word = "cmz" + UUID.randomUUID().toString().substring(0, 6);
        listed(word, "510100", Confidentiality.COORDINATORS_ONLY);
        supply.arrives();
        MapResult result =
                search.map(Actor.visitor(), SearchQuery.everything().withWords(word), MapBox.whole(), supply.now());
        assertThat(result.fromIndex()).isTrue();
        assertThat(result.total()).isZero();
        assertThat(result.clusters()).isEmpty();
    }

    @Test
    void a_place_nobody_can_read_shows_the_whole_country_and_says_so() {
        Document page = SignIn.asNobody().page("/search/map?at=here");
        assertThat(page.text()).contains("看不懂地图的位置“here”");
        assertThat(page.select("svg.map")).hasSize(1);
    }

    @Test
    void a_box_is_written_as_it_is_read_and_never_leaves_the_map() {
        MapBox box = MapBox.around(CHENGDU, 4);
        MapBox again = MapBox.read(box.written()).orElseThrow();
        assertThat(again.west()).isCloseTo(box.west(), within(0.01));
        assertThat(again.north()).isCloseTo(box.north(), within(0.01));
        assertThat(box.contains(CHENGDU)).isTrue();
        assertThat(box.x(CHENGDU.longitude(), 480)).isCloseTo(240, within(1.0));
        for (String odd : List.of("", "1,2", "a,b,c", "NaN,1,1", "91,0,1", "0,0,-3", "0,0,1e9", "1,2,3,4")) {
            assertThat(MapBox.read(odd)).as(odd).isEmpty();
        }
        MapBox north = MapBox.whole();
        for (int i = 0; i < 20; i++) {
            north = north.moved(0.4, 0.4);
        }
        assertThat(north.north()).isLessThan(61);
        assertThat(north.east()).isLessThan(151);
    }

    @Test
    void land_is_drawn_where_there_is_land_only() {
        assertThat(land.path(MapBox.around(CHENGDU, 1), 480, 1)).isNotEmpty();
        assertThat(land.path(MapBox.around(new Point(20, 140), 1), 480, 1)).isEmpty();
        assertThat(land.path(MapBox.whole(), 480, 1).length()).isLessThan(60_000);
    }

    @Test
    void two_clusters_join_where_they_weigh() {
        MapAnswer.Cluster joined =
                new MapAnswer.Cluster(new Point(30, 100), 3).with(new MapAnswer.Cluster(new Point(34, 104), 1));
        assertThat(joined.listings()).isEqualTo(4);
        assertThat(joined.middle()).isEqualTo(new Point(31, 101));
    }

    private void listed(String word, String place, Confidentiality confidentiality) {
        Supply.Supplier maker =
                supply.supplier("图" + UUID.randomUUID().toString().substring(0, 8) + "厂", place);
        supply.publishes(
                maker,
                ListingDraft.line(word + " 产线")
                        .products(List.of(word))
                        .confidentiality(confidentiality)
                        .declared(Availability.FREE));
    }
}
