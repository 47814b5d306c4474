package org.muster.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.outbox.Outbox;
import org.muster.reference.TermRemoved;
import org.muster.shared.DomainEvent;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

@QuarkusTest
class AuditPageTest {

    @Inject
    Outbox outbox;

    @Test
    void an_operator_finds_a_deed_by_the_address_of_the_thing() {
        UUID thing = UUID.randomUUID();
        publish(new TermRemoved(thing, "some-key", List.of("甲", "乙"), "重复"));
        SignIn.Visitor operator = SignIn.as("operator-sun");

        Document page =
                operator.page("/admin/audit?subject=https%3A%2F%2Fexample.org%2Fthings%2F" + thing + "%3Fx%3D1");

        assertThat(page.select("li.sheet")).hasSize(1);
        assertThat(page.select("li.sheet").text()).contains("移除术语", "muster", "重复");
        assertThat(page.select("li.sheet a[href=/admin/terms/some-key]")).hasSize(1);
    }

    @Test
    void deeds_are_paged_and_the_address_keeps_the_question() {
        String reason = "many " + UUID.randomUUID();
        UUID thing = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publishAll(IntStream.range(0, 60)
                        .mapToObj(i -> new TermRemoved(thing, "k" + i, List.of(), reason))
                        .toList()));
        SignIn.Visitor operator = SignIn.as("operator-sun");

        Document first = operator.page("/admin/audit?kind=term&action=TermRemoved&subject=" + thing);
        assertThat(first.select("li.sheet")).hasSize(50);
        Document second = operator.page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("li.sheet")).hasSize(10);
        assertThat(second.select("#action option[selected]").val()).isEqualTo("TermRemoved");
    }

    @Test
    void a_question_that_makes_no_sense_is_refused_field_by_field() {
        SignIn.Visitor operator = SignIn.as("operator-sun");
        HttpResponse<String> answer = operator.get("/admin/audit?subject=nothing&from=gestern&to=2020-02-03");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactlyInAnyOrder("#subject", "#from");
        assertThat(page.select("#subject").val()).isEqualTo("nothing");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void days_are_whole_days() {
        SignIn.Visitor operator = SignIn.as("operator-sun");
        assertThat(operator.page("/admin/audit?from=1999-01-01&to=1999-12-31").select(".nothing"))
                .hasSize(1);
        assertThat(operator.get("/admin/audit?from=2020-02-04&to=2020-02-03").statusCode())
                .isEqualTo(422);
    }

    @Test
    void an_operator_verifies_the_trail_and_sees_what_came_of_it() {
        publish(new TermRemoved(UUID.randomUUID(), "some-key", List.of(), "封存"));
        SignIn.Visitor operator = SignIn.as("operator-sun");
        Document before = operator.page("/admin/audit");
        assertThat(before.select("form[action=/admin/audit/verify]")).hasSize(1);

        HttpResponse<String> answer = operator.post("/admin/audit/verify", Map.of());

        assertThat(answer.uri().getPath()).isEqualTo("/admin/audit");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".flash").text()).contains("每条记录都与封存时一致");
        assertThat(page.select("section[aria-labelledby=chain]").text()).contains("完好", "孙", "道封条");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void a_line_is_sealed_without_anybody_asking() {
        publish(new TermRemoved(UUID.randomUUID(), "some-key", List.of(), "封存"));
        SignIn.Visitor operator = SignIn.as("operator-sun");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.page("/admin/audit")
                        .select("section[aria-labelledby=chain]")
                        .text()
                        .contains("待封存 0 条"));
    }

    @Test
    void nobody_but_an_operator_gets_in() {
        assertThat(SignIn.as("liaison-zhao").get("/admin/audit").statusCode()).isIn(403, 404);
    }

    private void publish(DomainEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
    }
}
