package org.muster.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

/** Somebody who belongs to two organisations. */
@QuarkusTest
class ActingForTest {

    private final Visitor visitor = SignIn.as("supplier-wang");
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void two_organisations() {
        registers("甲" + word + "有限公司");
        registers("乙" + word + "有限公司");
    }

    @Test
    void the_header_offers_the_other_one_and_everything_is_done_for_it_from_then_on() {
        String before = actingFor();
        String other = before.startsWith("甲") ? "乙" + word + "有限公司" : "甲" + word + "有限公司";
        Element form = visitor.page("/").select("form[action=/my/acting-for]").stream()
                .filter(one -> one.text().contains(other))
                .findFirst()
                .orElseThrow();
        var answer = visitor.post(
                "/my/acting-for",
                Map.of("organisation", form.select("[name=organisation]").val(), "to", "/my/organisation"));
        assertThat(answer.uri().getPath()).isEqualTo("/my/organisation");
        assertThat(actingFor()).isEqualTo(other);
    }

    @Test
    void an_organisation_one_does_not_belong_to_is_not_found_and_nothing_changes() {
        String before = actingFor();
        var answer = visitor.post(
                "/my/acting-for", Map.of("organisation", UUID.randomUUID().toString(), "to", "/"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(actingFor()).isEqualTo(before);
    }

    private String actingFor() {
        return visitor.page("/")
                .expectFirst(".account-for")
                .text()
                .replaceFirst("^\\S+ ", "")
                .strip();
    }

    private void registers(String name) {
        visitor.post(
                "/register",
                Map.of(
                        "name", name,
                        "mobile", "138 7654 3210",
                        "email", "",
                        "place", "江阴",
                        "makes", "口罩",
                        "division", "",
                        "creditCode", ""));
    }
}
