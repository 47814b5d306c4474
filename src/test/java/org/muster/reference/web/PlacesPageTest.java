package org.muster.reference.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PlacesPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"q", "place"})
    void a_form_being_typed_into_gets_options_with_whole_names(String field) {
        String answer = given().header("HX-Request", "true")
                .queryParam(field, "鼓楼")
                .get("/places")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Elements options = Jsoup.parseBodyFragment(answer).select("option");
        assertThat(options.eachAttr("value")).contains("江苏省南京市鼓楼区", "河南省开封市鼓楼区");
        assertThat(answer).doesNotContain("<html");
    }

    @Test
    void anybody_may_look_a_place_up_on_a_page() {
        String page = given().header("Accept-Language", "en")
                .queryParam("q", "Wuhan")
                .get("/places")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Jsoup.parse(page).select("tbody th").eachText()).contains("Wuhan, Hubei");
    }

    @Test
    void what_was_typed_is_text_and_nothing_else() {
        String page = given().queryParam("q", "<script>alert(1)</script>")
                .get("/places")
                .asString();
        assertThat(Jsoup.parse(page).select("main script")).isEmpty();
        assertThat(Jsoup.parse(page).select("#q").val()).isEqualTo("<script>alert(1)</script>");
    }
}
