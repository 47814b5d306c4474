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
class MembersPagesTest {

    private static final String MEMBERS = "/my/organisation/members";

    @Test
    void an_owner_hands_over_and_leaves_by_the_page() {
        String name = "江阴" + Traders.aWord() + "有限公司";
        Visitor wang = Traders.someoneOf(name, SignIn.applicationUrl(), "supplier-wang");
        HttpResponse<String> alone = wang.post("/my/organisation/leave", Map.of());
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains("您是唯一的负责人");
        assertThat(Markup.problemsOf(alone.body())).isEmpty();

        Document invited = Jsoup.parse(wang.post(
                        "/my/organisation/invitations",
                        Map.of("invitedName", "李敏", "invitedMobile", "", "invitedEmail", ""))
                .body());
        String link = invited.select("a.long-link").attr("href");
        Visitor li = SignIn.as("buyer-li");
        li.post(link.substring(link.indexOf("/join/")), Map.of());

        Document members = wang.page(MEMBERS);
        wang.post(members.select("form[action$=/part]").attr("action"), Map.of("owner", "true"));
        Document handedOver = wang.page(MEMBERS);
        assertThat(handedOver.select("tbody tr")).hasSize(2);
        assertThat(handedOver.select("form[action=/my/organisation/leave]")).hasSize(1);

        HttpResponse<String> left = wang.post("/my/organisation/leave", Map.of());
        assertThat(left.uri().getPath()).isEqualTo("/");
        assertThat(left.body()).contains("您已退出企业");
        Document last = li.page(MEMBERS);
        assertThat(last.select("tbody tr")).hasSize(1);
        assertThat(last.select("form[action=/my/organisation/leave]")).isEmpty();
        assertThat(last.text()).contains("您是唯一的负责人");
    }
}
