package org.muster.reservation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

@QuarkusTest
class HoldPagesTest {

    @Test
    void the_same_form_sent_twice_holds_once() {
        String lot = Traders.aLot(Traders.tradesAs("supplier-wang"));
        Visitor li = Traders.tradesAs("buyer-li");
        Map<String, String> form = form(li, lot);
        form.put("quantity", "0.2万");
        HttpResponse<String> first = li.post("/listings/" + lot + "/hold", form);
        HttpResponse<String> second = li.post("/listings/" + lot + "/hold", form);
        assertThat(first.uri().getPath()).startsWith("/my/holds/");
        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(Traders.parse(li.get("/listings/" + lot + "/hold")).text()).contains("3,000");
        assertThat(Traders.parse(li.get("/my/holds?tab=ours")).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void a_refusal_keeps_what_was_typed_and_the_next_try_is_another_request() {
        String lot = Traders.aLot(Traders.tradesAs("supplier-wang"));
        Visitor li = Traders.tradesAs("buyer-li");
        Map<String, String> form = form(li, lot);
        form.put("quantity", "6000");
        form.put("reason", "省医院 <订单>");
        HttpResponse<String> refused = li.post("/listings/" + lot + "/hold", form);
        Document page = Traders.parse(refused);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).contains("只剩");
        assertThat(page.select("#quantity").attr("value")).isEqualTo("6000");
        assertThat(page.select("#reason").attr("value")).isEqualTo("省医院 <订单>");
        assertThat(page.select("input[name=key]").attr("value")).isNotEqualTo(form.get("key"));
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        form.put("key", page.select("input[name=key]").attr("value"));
        form.put("quantity", "很多");
        assertThat(Traders.parse(li.post("/listings/" + lot + "/hold", form))
                        .select("[role=alert] a")
                        .attr("href"))
                .isEqualTo("#quantity");
        form.put("quantity", "500");
        assertThat(li.post("/listings/" + lot + "/hold", form).uri().getPath()).startsWith("/my/holds/");
    }

    @Test
    void a_hold_shows_on_the_listing_without_saying_whose_and_only_to_those_who_signed_in() {
        Visitor wang = Traders.tradesAs("supplier-wang");
        String line = Traders.aLineForHire(wang);
        Visitor li = Traders.tradesAs("buyer-li");
        String organisation =
                Traders.parse(li.get("/my/organisation")).select("h1").text();
        String hold = held(li, line, "08:00", "12:00");
        // For another organisation now, and so nobody whom the hold concerns.
        Visitor other = Traders.tradesAs("buyer-li");
        Document listing = Traders.parse(other.get("/listings/" + line));
        assertThat(listing.select("main").text()).contains("被另一个请求预留到").doesNotContain(organisation);
        assertThat(Traders.parse(other.get("/listings/" + line + "/hold"))
                        .select("main")
                        .text())
                .doesNotContain(organisation);
        HttpResponse<String> unseen = other.get(hold);
        assertThat(unseen.statusCode()).isEqualTo(404);
        Document visitors = Traders.parse(SignIn.asNobody().get("/listings/" + line));
        assertThat(visitors.text()).doesNotContain("被另一个请求预留到").contains("登录后预留");
        Document week = Traders.parse(wang.get("/my/windows?listing=" + line + "&week=" + Traders.DAY));
        assertThat(week.select("td.slot-held")).hasSize(4);
        assertThat(week.select("td.slot-free")).hasSize(8);
    }

    @Test
    void a_visitor_is_led_to_the_sign_in_and_back() {
        String lot = Traders.aLot(Traders.tradesAs("supplier-wang"));
        Traders.tradesAs("buyer-li");
        Visitor visitor = SignIn.asNobody();
        HttpResponse<String> login = visitor.get("/listings/" + lot + "/hold");
        assertThat(login.body()).contains("name=\"username\"");
        HttpResponse<String> back = visitor.signIn(login, "buyer-li");
        assertThat(back.uri().getPath()).isEqualTo("/listings/" + lot + "/hold");
        assertThat(back.statusCode()).isEqualTo(200);
    }

    @Test
    void time_that_somebody_holds_cannot_be_closed_by_its_supplier() {
        Visitor wang = Traders.tradesAs("supplier-wang");
        String line = Traders.aLineForHire(wang);
        Visitor li = Traders.tradesAs("buyer-li");
        String hold = held(li, line, "10:00", "12:00");
        Map<String, String> closing = Map.of(
                "listing",
                line,
                "week",
                Traders.DAY.toString(),
                "from",
                Traders.DAY + "T11:00",
                "to",
                Traders.DAY + "T15:00",
                "availability",
                "NOT_FREE");
        HttpResponse<String> refused = wang.post("/my/windows", closing);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Traders.parse(refused).select("td.slot-held")).hasSize(2);
        // Beside the hold it can, and its window is cut there.
        assertThat(wang.post(
                                "/my/windows",
                                Map.of(
                                        "listing",
                                        line,
                                        "from",
                                        Traders.DAY + "T12:00",
                                        "to",
                                        Traders.DAY + "T15:00",
                                        "availability",
                                        "NOT_FREE"))
                        .body())
                .contains("已保存");
        assertThat(li.post(hold + "/release", Map.of("key", "r" + Traders.aWord(), "reason", ""))
                        .body())
                .contains("已释放");
        assertThat(wang.post("/my/windows", closing).body()).contains("已保存");
    }

    @Test
    void a_pattern_leaves_the_window_that_somebody_holds() {
        Visitor wang = Traders.tradesAs("supplier-wang");
        String line = Traders.aLineForHire(wang);
        Map<String, String> pattern = new HashMap<>(Map.of(
                "listing", line,
                "hours.0.day", "4",
                "hours.0.from", "08:00",
                "hours.0.to", "20:00",
                "starts", "2026-11-22",
                "rest", "unsaid",
                "then", "save"));
        assertThat(wang.post("/my/windows/pattern", pattern).body()).contains("周计划已保存");
        Visitor li = Traders.tradesAs("buyer-li");
        Map<String, String> form = form(li, line);
        form.put("from", Traders.DAY.plusDays(1) + "T08:00");
        form.put("to", Traders.DAY.plusDays(1) + "T10:00");
        assertThat(li.post("/listings/" + line + "/hold", form).uri().getPath()).startsWith("/my/holds/");
        pattern.put("hours.0.day", "5");
        assertThat(wang.post("/my/windows/pattern", pattern).body()).contains("周计划已保存");
        Document week = Traders.parse(wang.get("/my/windows?listing=" + line + "&week=" + Traders.DAY));
        // Wednesday by hand, Thursday because of the hold, Friday by the new pattern.
        assertThat(week.select("td.slot-held")).hasSize(2);
        assertThat(week.select("td.slot-free")).hasSize(12 + 10 + 12);
        Document after = Traders.parse(wang.get("/my/windows?listing=" + line + "&week=" + Traders.DAY.plusWeeks(1)));
        assertThat(after.select("td.slot-free")).hasSize(12);
    }

    @Test
    void a_hold_is_reduced_extended_and_its_history_tells_all_of_it() {
        String lot = Traders.aLot(Traders.tradesAs("supplier-wang"));
        Visitor li = Traders.tradesAs("buyer-li");
        Map<String, String> form = form(li, lot);
        form.put("quantity", "2000");
        String hold = li.post("/listings/" + lot + "/hold", form).uri().getPath();
        Document page = Traders.parse(li.get(hold));
        String claim = page.select("input[name=claim]").attr("value");
        assertThat(li.post(hold + "/reduce", Map.of("key", "a" + Traders.aWord(), "claim", claim, "amount", "1500"))
                        .body())
                .contains("已减少");
        assertThat(li.post(hold + "/reduce", Map.of("key", "b" + Traders.aWord(), "claim", claim, "amount", "9000"))
                        .statusCode())
                .isEqualTo(422);
        String later = page.select("#until option").eachAttr("value").get(0);
        assertThat(li.post(hold + "/extend", Map.of("key", "c" + Traders.aWord(), "until", later))
                        .body())
                .contains("已延长");
        Document after = Traders.parse(li.get(hold));
        assertThat(after.select(".happened li")).hasSize(3);
        assertThat(after.text()).contains("1,500");
        assertThat(Markup.problemsOf(after.outerHtml())).isEmpty();
    }

    @Test
    void what_is_committed_is_given_back_with_a_reason_only() {
        Visitor wang = Traders.tradesAs("supplier-wang");
        String line = Traders.aLineForHire(wang);
        Visitor li = Traders.tradesAs("buyer-li");
        String hold = held(li, line, "08:00", "12:00");
        assertThat(wang.post(hold + "/commit", Map.of("key", "k" + Traders.aWord()))
                        .body())
                .contains("已确认");
        HttpResponse<String> refused = wang.post(hold + "/release", Map.of("key", "l" + Traders.aWord(), "reason", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Traders.parse(refused).select("[role=alert] a").attr("href")).isEqualTo("#reason");
        assertThat(wang.post(hold + "/release", Map.of("key", "m" + Traders.aWord(), "reason", "设备故障"))
                        .body())
                .contains("已释放")
                .contains("设备故障");
        assertThat(li.get(hold).body()).contains("设备故障");
    }

    static String held(Visitor buyer, String line, String from, String to) {
        Map<String, String> form = form(buyer, line);
        form.put("from", Traders.DAY + "T" + from);
        form.put("to", Traders.DAY + "T" + to);
        HttpResponse<String> answer = buyer.post("/listings/" + line + "/hold", form);
        assertThat(answer.uri().getPath()).as(answer.body()).startsWith("/my/holds/");
        return answer.uri().getPath();
    }

    private static Map<String, String> form(Visitor buyer, String listing) {
        Document page = Traders.parse(buyer.get("/listings/" + listing + "/hold"));
        Map<String, String> fields = new HashMap<>();
        page.select("main form[action$=/hold] input[name], main form[action$=/hold] select[name]")
                .forEach(input -> fields.put(
                        input.attr("name"),
                        input.tagName().equals("select")
                                ? input.select("option[selected]").attr("value")
                                : input.attr("value")));
        fields.put("until", "");
        fields.remove("csrf-token");
        return fields;
    }
}
