package org.muster.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class ClosingPagesTest {

    private static final String REASON = "不再从事这个行业";

    @Test
    void an_owner_closes_it_once_nothing_is_promised_any_more() {
        String name = "江阴" + Traders.aWord() + "用品有限公司";
        Visitor owner = Traders.someoneOf(name, SignIn.applicationUrl(), "supplier-wang");
        String path = owner.page("/my/organisation")
                .select("a[href^=/organisations/]")
                .attr("href");
        String stock = Traders.publishStock(owner, "口罩" + Traders.aWord(), 5000);
        Visitor buyer = Traders.someoneOf("江阴" + Traders.aWord() + "采购有限公司", SignIn.applicationUrl(), "buyer-li");
        String hold = buyer.post(
                        "/listings/" + stock + "/hold",
                        Map.of("key", stock, "quantity", "10", "unit", "zhi", "reason", "样品"))
                .uri()
                .getPath();
        assertThat(hold).startsWith("/my/holds/");

        HttpResponse<String> mistyped = close(owner, "别家有限公司", "");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(mistyped.body());
        assertThat(form.select("[role=alert] a").eachAttr("href")).contains("#name", "#reason");
        assertThat(form.select("#name").val()).isEqualTo("别家有限公司");
        assertThat(Markup.problemsOf(mistyped.body())).isEmpty();

        HttpResponse<String> bound = close(owner, name, REASON);
        assertThat(bound.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(bound.body()).select("[role=alert]").text()).contains("1 份预留或承诺", "先在“预留”里");
        assertThat(Jsoup.parse(bound.body()).select("#reason").val()).isEqualTo(REASON);
        assertThat(SignIn.asNobody().get("/listings/" + stock).statusCode()).isEqualTo(200);

        assertThat(buyer.post(hold + "/release", Map.of("key", "r" + Traders.aWord(), "reason", "不用了"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> closed = close(owner, name, REASON);
        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(closed.body()).contains("企业已退出 Muster");

        Visitor nobody = SignIn.asNobody();
        assertThat(nobody.get("/listings/" + stock).statusCode()).isEqualTo(404);
        Document record = nobody.page(path);
        assertThat(record.text()).contains(name, "待认领").doesNotContain("7654 3210", "138765");
        assertThat(record.select("a[href=" + path + "/claim]")).hasSize(1);
        // Whoever owned it may belong to others, but speaks for this one no more.
        assertThat(owner.get("/my/organisation").body()).doesNotContain(name);
        assertThat(owner.get("/my/listings").body()).doesNotContain("/listings/" + stock);
        // What was held of it stays in the buyer's record, with its name.
        assertThat(buyer.get(hold).statusCode()).isEqualTo(200);
    }

    @Test
    void a_colleague_sees_no_such_form_and_is_refused() {
        Visitor owner = Traders.someoneOf("江阴" + Traders.aWord() + "用品有限公司", SignIn.applicationUrl(), "supplier-wang");
        String invitation = owner.post(
                        "/my/organisation/invitations",
                        Map.of("invitedName", "小李", "invitedMobile", "13900000003", "invitedEmail", ""))
                .uri()
                .getPath();
        String token = owner.get(invitation).body().replaceFirst("(?s).*?(/join/[A-Za-z0-9._~-]+).*", "$1");
        Visitor colleague = SignIn.as("buyer-li");
        colleague.post(token, Map.of());
        assertThat(colleague.page("/my/organisation/members").select("form[action$=/close]"))
                .isEmpty();
        assertThat(close(colleague, "随便", REASON).statusCode()).isEqualTo(422);
        assertThat(owner.get("/my/organisation").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> close(Visitor who, String name, String reason) {
        return who.post("/my/organisation/close", Map.of("name", name, "reason", reason));
    }
}
