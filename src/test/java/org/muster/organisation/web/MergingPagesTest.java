package org.muster.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class MergingPagesTest {

    @Test
    void listings_and_holds_follow_and_the_old_address_leads_on() {
        String word = Traders.aWord();
        String stays = "江阴" + word + "制品有限公司";
        String doubled = word + "制品（江阴）有限责任公司";
        Visitor li = Traders.someoneOf(doubled, SignIn.applicationUrl(), "buyer-li");
        String stock = Traders.publishStock(li, "口罩" + word, 5000);
        String old = pathOf(li);
        Visitor wang = Traders.someoneOf(stays, SignIn.applicationUrl(), "supplier-wang");
        String kept = pathOf(wang);
        HttpResponse<String> held = wang.post(
                "/listings/" + stock + "/hold", Map.of("key", stock, "quantity", "10", "unit", "zhi", "reason", "样品"));
        assertThat(held.uri().getPath()).startsWith("/my/holds/");

        Visitor operator = SignIn.as("operator-sun");
        HttpResponse<String> compared = operator.post("/admin/duplicates", Map.of("first", stays, "second", doubled));
        assertThat(compared.uri().getPath()).startsWith("/admin/duplicates/");
        assertThat(Markup.problemsOf(compared.body())).isEmpty();
        String path = compared.uri().getPath();

        HttpResponse<String> unreasoned =
                operator.post(path, Map.of("stays", kept.substring(kept.lastIndexOf('/') + 1), "reason", ""));
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(unreasoned.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#reason");

        HttpResponse<String> merged =
                operator.post(path, Map.of("stays", kept.substring(kept.lastIndexOf('/') + 1), "reason", "营业执照相同"));
        assertThat(merged.uri().getPath()).isEqualTo(kept);

        assertThat(SignIn.asNobody().get(old).uri().getPath()).isEqualTo(kept);
        assertThat(SignIn.asNobody().get(kept).body()).contains("口罩" + word);
        Document listing = SignIn.asNobody().page("/listings/" + stock);
        assertThat(listing.select("a[href=" + kept + "]")).isNotEmpty();
        // The one who owned the duplicate looks after the listing as one of those who stay.
        assertThat(li.page("/my/listings").text()).contains("口罩" + word);
        assertThat(li.page("/my/organisation/members").select("h1, tbody").text())
                .contains("负责人");
        assertThat(wang.get(held.uri().getPath()).statusCode()).isEqualTo(200);
        assertThat(operator.page("/admin/duplicates").text()).contains(doubled, "营业执照相同");
        for (String address : List.of(kept, old)) {
            Awaitility.await()
                    .untilAsserted(() -> assertThat(SignIn.asNobody()
                                    .page("/search?organisation=" + address.substring(address.lastIndexOf('/') + 1))
                                    .text())
                            .contains("口罩" + word));
        }
    }

    @Test
    void only_operators_see_duplicates() {
        assertThat(SignIn.as("supplier-wang").get("/admin/duplicates").statusCode())
                .isEqualTo(403);
    }

    private static String pathOf(Visitor visitor) {
        return visitor.page("/my/organisation")
                .select("a[href^=/organisations/]")
                .attr("href");
    }
}
