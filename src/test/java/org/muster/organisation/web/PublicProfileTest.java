package org.muster.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class PublicProfileTest {

    private static final String APPLICATION_WORD = "江阴";

    @Test
    void it_shows_each_viewer_what_that_viewer_may_see_and_nothing_that_is_anonymous() {
        Visitor wang = supplier();
        String word = Traders.aWord();
        publish(wang, "公开熔喷布" + word, "PUBLIC");
        publish(wang, "匿名熔喷布" + word, "ANONYMOUS");
        publish(wang, "协调熔喷布" + word, "COORDINATORS_ONLY");
        String path = pathOf(wang);

        HttpResponse<String> seen = SignIn.asNobody().get(path);
        assertThat(seen.body())
                .contains("公开熔喷布" + word)
                .doesNotContain("匿名熔喷布" + word)
                .doesNotContain("协调熔喷布" + word)
                .doesNotContain("履约记录");
        assertThat(Markup.problemsOf(seen.body())).isEmpty();
        assertThat(SignIn.as("coordinator-chen").get(path).body())
                .contains("公开熔喷布" + word, "匿名熔喷布" + word, "协调熔喷布" + word);
    }

    @Test
    void its_record_counts_what_others_asked_of_public_listings() {
        Visitor wang = supplier();
        String stock = Traders.publishStock(wang, "口罩" + Traders.aWord(), 5000);
        String secret = publish(wang, "密件" + Traders.aWord(), "ANONYMOUS");
        String path = pathOf(wang);
        Visitor li = Traders.someoneOf("买家" + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "buyer-li");
        assertThat(li.page(path).text()).contains("还没有企业向它预留过");

        hold(li, stock, "zhi");
        hold(li, secret, "kilogram");
        Document page = li.page(path);
        assertThat(page.select("dt:contains(收到的预留请求) + dd").text()).isEqualTo("1");
        assertThat(wang.page(path).select("dt:contains(收到的预留请求) + dd").text()).isEqualTo("2");
    }

    private static void hold(Visitor buyer, String listing, String unit) {
        HttpResponse<String> answer = buyer.post(
                "/listings/" + listing + "/hold",
                Map.of("key", listing, "quantity", "10", "unit", unit, "reason", "样品"));
        assertThat(answer.uri().getPath()).as(answer.body()).startsWith("/my/holds/");
    }

    private static Visitor supplier() {
        return Traders.someoneOf(APPLICATION_WORD + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "supplier-wang");
    }

    private static String publish(Visitor supplier, String title, String confidentiality) {
        HttpResponse<String> mine = supplier.post(
                "/my/listings/new",
                Map.of(
                        "kind", "MATERIAL",
                        "title", title,
                        "products", "熔喷布",
                        "quantity", "900",
                        "quantityUnit", "kg",
                        "declared", "FREE",
                        "confidentiality", confidentiality,
                        "then", "publish"));
        String address = org.jsoup.Jsoup.parse(mine.body())
                .select("a:contains(" + title + ")")
                .attr("href");
        assertThat(address).as(mine.body()).startsWith("/listings/");
        return address.substring("/listings/".length());
    }

    private static String pathOf(Visitor visitor) {
        return visitor.page("/my/organisation")
                .select("a[href^=/organisations/]")
                .attr("href");
    }
}
