package org.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final Places PLACES = new Places();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    武汉                        | 武汉市
                    武汉市                      | 武汉市
                    湖北武汉江夏                | 江夏区
                    湖北省武汉市江夏区          | 江夏区
                    中国湖北武汉                | 武汉市
                    江夏经济开发区              | 江夏区
                    江阴                        | 江阴市
                    江苏江阴                    | 江阴市
                    昆山花桥经济开发区          | 昆山市
                    苏州工业园区                | 苏州市
                    东湖高新区                  | 洪山区
                    侯马                        | 侯马市
                    山西侯马经济开发区          | 侯马市
                    金寨县                      | 金寨县
                    金寨                        | 金寨县
                    北京                        | 北京市
                    上海浦东                    | 浦东新区
                    浦东张江                    | 浦东新区
                    重庆                        | 重庆市
                    吉林                        | 吉林省
                    吉林市                      | 吉林市
                    海南                        | 海南省
                    恩施                        | 恩施土家族苗族自治州
                    恩施市                      | 恩施市
                    长阳县                      | 长阳土家族自治县
                    西安                        | 西安市
                    长沙                        | 长沙市
                    长沙县                      | 长沙县
                    仙桃                        | 仙桃市
                    东莞长安镇                  | 东莞市
                    内蒙古包头                  | 包头市
                    香港                        | 香港特别行政区
                    南京鼓楼区                  | 鼓楼区
                    北京朝阳                    | 朝阳区
                    天津河北区                  | 河北区
                    日照市                      | 日照市
                    Wuhan                       | 武汉市
                    wuhan, hubei                | 武汉市
                    Wuhan City                  | 武汉市
                    Jinzhai County, Anhui       | 金寨县
                    Jiangyin                    | 江阴市
                    Suzhou Industrial Park      | 苏州市
                    Xi'an                       | 西安市
                    XIAN                        | 西安市
                    Pudong, Shanghai, China     | 浦东新区
                    Shanxi                      | 山西省
                    Shaanxi Province            | 陕西省
                    420115                      | 江夏区
                    　武汉　                    | 武汉市
                    """)
    void people_are_understood(String written, String name) {
        assertThat(PLACES.resolve(written))
                .isInstanceOfSatisfying(
                        PlaceAnswer.Found.class,
                        found -> assertThat(found.place().nameZh()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"鼓楼区", "朝阳区", "朝阳", "Chaoyang District", "Suzhou", "通州"})
    void a_name_of_several_places_gives_them_all_to_choose_from(String written) {
        assertThat(PLACES.resolve(written))
                .isInstanceOfSatisfying(
                        PlaceAnswer.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates()).hasSizeGreaterThan(1));
    }

    @Test
    void every_gulou_is_among_the_candidates() {
        assertThat(PLACES.resolve("鼓楼区"))
                .isInstanceOfSatisfying(
                        PlaceAnswer.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates().stream()
                                        .map(place -> PLACES.wholeName(place, Locale.CHINESE))
                                        .toList())
                                .containsExactlyInAnyOrder("江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区", "河南省开封市鼓楼区"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "某某村", "Atlantis", "新华镇", "12345", "朝阳门大街", "南京路"})
    void what_names_no_place_is_unknown(String written) {
        assertThat(PLACES.resolve(written)).isInstanceOf(PlaceAnswer.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "四川,成都市,成都市",
        "山东,日照市,日照市",
        "安徽,金寨县,金寨县",
        "湖北省,江夏区,江夏区",
        "北京,朝阳区,朝阳区",
        "北京,北京市,北京市",
        "上海,上海市,上海市",
        "湖北,仙桃,仙桃市",
        "广东,,广东省",
        "'',武汉,武汉市",
        "吉林,吉林市,吉林市",
        "Hubei,Wuhan,武汉市",
        "Jiangsu,Suzhou,苏州市"
    })
    void two_columns_are_read_together(String province, String city, String name) {
        assertThat(PLACES.resolve(province, city == null ? "" : city))
                .isInstanceOfSatisfying(
                        PlaceAnswer.Found.class,
                        found -> assertThat(found.place().nameZh()).isEqualTo(name));
    }

    @Test
    void a_city_under_the_wrong_province_is_told() {
        assertThat(PLACES.resolve("山西", "西安市")).isInstanceOfSatisfying(PlaceAnswer.Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.place().nameZh()).isEqualTo("西安市");
            assertThat(elsewhere.statedProvince().nameZh()).isEqualTo("山西省");
        });
    }

    @Test
    void an_unknown_city_is_not_taken_for_its_province() {
        assertThat(PLACES.resolve("湖北", "某某市")).isInstanceOf(PlaceAnswer.Unknown.class);
    }

    @Test
    void a_county_knows_its_city_and_province() {
        Place jiangxia = PLACES.byCode("420115").orElseThrow();
        assertThat(PLACES.city(jiangxia).orElseThrow().nameZh()).isEqualTo("武汉市");
        assertThat(PLACES.province(jiangxia).nameZh()).isEqualTo("湖北省");
        assertThat(PLACES.wholeName(jiangxia, Locale.CHINESE)).isEqualTo("湖北省武汉市江夏区");
        assertThat(PLACES.wholeName(jiangxia, Locale.ENGLISH)).isEqualTo("Jiangxia District, Wuhan, Hubei");
    }

    @Test
    void a_county_that_a_province_runs_is_its_own_city() {
        Place xiantao = PLACES.byCode("429004").orElseThrow();
        assertThat(PLACES.city(xiantao)).hasValue(xiantao);
    }

    @Test
    void a_municipality_is_said_once() {
        assertThat(PLACES.wholeName(PLACES.byCode("110105").orElseThrow(), Locale.CHINESE))
                .isEqualTo("北京市朝阳区");
    }

    @Test
    void suggestions_begin_with_what_was_typed() {
        assertThat(names(PLACES.suggestions("江", 50))).contains("江阴市", "江夏区").doesNotContain("北京市");
        assertThat(names(PLACES.suggestions("武", 5))).first().isEqualTo("武汉市");
        assertThat(names(PLACES.suggestions("wuh", 10))).contains("武汉市", "芜湖市");
        assertThat(PLACES.suggestions(" ", 5)).isEmpty();
        assertThat(names(PLACES.suggestions("北京", 20))).doesNotHaveDuplicates();
    }

    @Test
    void there_are_thirty_four_provinces_and_every_place_lies_in_one() {
        assertThat(PLACES.provinces()).hasSize(34);
        assertThat(PLACES.provinces().stream()
                        .flatMap(province -> PLACES.children(province.code()).stream())
                        .flatMap(city -> PLACES.children(city.code()).stream())
                        .collect(Collectors.toList()))
                .hasSizeGreaterThan(2_700)
                .allSatisfy(
                        county -> assertThat(PLACES.province(county).level()).isEqualTo(Level.PROVINCE));
    }

    @Test
    void every_whole_name_is_understood_again() {
        List<Place> all = PLACES.provinces().stream()
                .flatMap(province -> PLACES.children(province.code()).stream())
                .flatMap(city -> Stream.concat(Stream.of(city), PLACES.children(city.code()).stream()))
                .toList();
        assertThat(all)
                .allSatisfy(place -> assertThat(PLACES.resolve(PLACES.wholeName(place, Locale.CHINESE)))
                        .isEqualTo(new PlaceAnswer.Found(place)));
    }

    private static List<String> names(List<Place> places) {
        return places.stream().map(Place::nameZh).toList();
    }
}
