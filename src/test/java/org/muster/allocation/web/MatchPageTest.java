package org.muster.allocation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.reservation.Market;
import org.muster.search.Supply;
import org.muster.shared.Quantity;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** A coordinator sees for each resource who fits and who nearly does; nobody else sees anything. */
@QuarkusTest
class MatchPageTest {

    @Inject
    Market market;

    @Inject
    Supply supply;

    @Test
    void each_resource_is_held_against_the_market_with_reasons() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "匹配" + Traders.aWord(), "江苏无锡");
        Document nothing = chen.page(emergency + "/match");
        assertThat(nothing.text()).contains("还没有可匹配的内容");
        assertThat(Markup.problemsOf(nothing.outerHtml())).isEmpty();

        Actor maker = market.somebody();
        var line = market.listed(
                maker,
                ListingDraft.line("口罩线没有证书" + Traders.aWord())
                        .products(List.of("一次性医用口罩"))
                        .supplyMode(SupplyMode.ALL_IN)
                        .quantity(Quantity.of("200000", "zhi")));
        market.open(maker, line, market.days(0, 40));
        supply.arrives();
        chen.post(emergency + "/recipe", Map.of("recipe", "masks-existing", "output", "100万", "parallel", "5"));

        HttpResponse<String> answer = chen.get(emergency + "/match");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
        Document page = chen.page(emergency + "/match");
        assertThat(page.select("nav.match-list a[aria-current]").text()).contains("口罩线机时");
        assertThat(page.select(".emergency-tabs a[aria-current=page]").text()).isEqualTo("匹配");
        assertThat(page.select("section[aria-labelledby=misses-title]").text()).contains("没有出示所需证书");
        String other = page.select("nav.match-list a").stream()
                .filter(link -> link.text().contains("熔喷布"))
                .findFirst()
                .orElseThrow()
                .attr("href")
                .replaceFirst("#.*", "");
        assertThat(chen.page(other).select("nav.match-list a[aria-current]").text())
                .contains("熔喷布");
        assertThat(chen.get(emergency + "/match?requirement=nonsense").statusCode())
                .isEqualTo(200);
        assertThat(SignIn.as("buyer-li").get(emergency + "/match").statusCode()).isIn(403, 404);
    }
}
