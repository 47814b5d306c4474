package org.muster.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.organisation.CreditCodes;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.outbox.OutboxWorker;
import org.muster.shared.OrganisationId;
import org.muster.testing.Markup;
import org.muster.testing.Owners;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class ClaimPagesTest {

    @Inject
    OrganisationRegistry registry;

    @Inject
    Owners owners;

    @Inject
    OutboxWorker outbox;

    @Inject
    Clock clock;

    @Test
    void its_own_people_claim_it_and_an_operator_hands_it_over() {
        String name = "江阴" + Traders.aWord() + "卫材厂";
        String path = "/organisations/" + known(name);
        assertThat(SignIn.asNobody().page(path).select("a[href=" + path + "/claim]"))
                .hasSize(1);

        Visitor claimant = SignIn.as("newcomer");
        var typed = new HashMap<>(Map.of(
                "job",
                "厂长",
                "mobile",
                "139 1111 2222",
                "creditCode",
                "91330100799655058C",
                "evidence",
                "可以回拨企业座机核对，联系人就是我。"));
        HttpResponse<String> refused = claimant.upload(path + "/claim", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("[role=alert] a").eachAttr("href")).containsExactly("#creditCode");
        assertThat(again.select("input[name=job]").attr("value")).isEqualTo("厂长");
        assertThat(again.select("textarea[name=evidence]").text()).contains("回拨企业座机");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();

        typed.put("creditCode", CreditCodes.fresh());
        HttpResponse<String> large =
                claimant.upload(path + "/claim", typed, "document", "营业执照.pdf", new byte[20 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(large.body()).select("[role=alert]").text()).contains("10 MB");
        assertThat(Jsoup.parse(large.body()).select("input[name=job]").attr("value"))
                .isEqualTo("厂长");

        claimant.upload(path + "/claim", typed);
        HttpResponse<String> sent = claimant.get("/my/claims");
        assertThat(sent.body()).contains(name, "等待审核");
        assertThat(Markup.problemsOf(sent.body())).isEmpty();

        assertThat(SignIn.as("supplier-wang").get("/claims").statusCode()).isEqualTo(403);
        Visitor operator = SignIn.as("operator-sun");
        String open =
                operator.page("/claims").select("a:contains(" + name + ")").attr("href");
        HttpResponse<String> openCase = operator.get(open);
        assertThat(openCase.body()).contains("厂长", typed.get("creditCode"));
        assertThat(Markup.problemsOf(openCase.body())).isEmpty();
        assertThat(operator.post(open, Map.of("verdict", "GRANT", "reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(operator.post(open, Map.of("verdict", "GRANT", "reason", "回拨座机核对无误"))
                        .uri()
                        .getPath())
                .isEqualTo("/claims");

        assertThat(claimant.page("/my/claims").text()).contains("已通过", "回拨座机核对无误");
        outbox.drain();
        assertThat(SignIn.asNobody().page("/dev/mailbox").text())
                .contains("认领“" + name + "”已通过", "回拨座机核对无误", "13911112222");
        assertThat(SignIn.asNobody().page(path).text()).contains("已注册").doesNotContain("这是我们企业");
        assertThat(claimant.get("/my/organisation").body()).contains(name);
    }

    @Test
    void whoever_is_refused_is_told_why_though_they_belong_nowhere() {
        String name = "江阴" + Traders.aWord() + "卫材厂";
        String path = "/organisations/" + known(name);
        Visitor claimant = SignIn.as("newcomer");
        claimant.upload(
                path + "/claim",
                Map.of(
                        "job", "业务员",
                        "mobile", "139 1111 3333",
                        "creditCode", CreditCodes.fresh(),
                        "evidence", "名片可以发给你们看，也可以回拨。"));
        Visitor operator = SignIn.as("operator-sun");
        String open =
                operator.page("/claims").select("a:contains(" + name + ")").attr("href");
        operator.post(open, Map.of("verdict", "REFUSE", "reason", "座机查无此人"));
        outbox.drain();
        assertThat(SignIn.asNobody().page("/dev/mailbox").text())
                .contains("认领“" + name + "”未通过", "座机查无此人", "13911113333");
    }

    @Test
    void coverage_is_for_liaisons_and_operators() {
        assertThat(SignIn.as("supplier-wang").get("/coverage").statusCode()).isEqualTo(403);
        HttpResponse<String> seen = SignIn.as("liaison-zhao").get("/coverage?place=320000");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(seen.body())).isEmpty();
        assertThat(SignIn.as("operator-sun").get("/coverage?place=xx").statusCode())
                .isEqualTo(404);
    }

    private OrganisationId known(String name) {
        return registry.enterOnBehalf(
                        owners.aLiaison("赵联络"),
                        new ProvisionalOrganisation(name, null, "320281", "口罩", "测试名单", LocalDate.of(2026, 10, 12)),
                        clock.instant())
                .id();
    }
}
