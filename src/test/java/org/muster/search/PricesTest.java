package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.PriceLimit;
import org.muster.identity.Actor;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.PriceBasis.Delivery;
import org.muster.shared.PriceBasis.Invoice;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Prices in other units, with tax and without, are filtered and counted on one basis; with the index and without. */
@QuarkusTest
class PricesTest {

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    DataSource database;

    @Inject
    RestClient elasticsearch;

    private List<Node> nodes = List.of();
    private Supplier maker;
    private ListingId taxed = ListingId.create();
    private ListingId untaxed = ListingId.create();

    @BeforeEach
    void four_prices_of_cloth() {
        nodes = elasticsearch.getNodes();
        maker = supply.supplier("价" + UUID.randomUUID().toString().substring(0, 8) + "厂", Supply.QINGDAO);
        taxed = cloth("含税一", price("11.30", "1", "kilogram", true, "0.13", Optional.empty()));
        untaxed = cloth("未税二", price("9000", "1", "tonne", false, "0.13", Optional.empty()));
        cloth("税率没说", price("1", "1", "kilogram", false, "", Optional.empty()));
        runsOut(cloth("已过期", price("1", "1", "kilogram", true, "0.13", Optional.of(today()))));
        cloth("论只的", price("1", "1", "piece", true, "0.13", Optional.empty()));
        supply.publishes(maker, ListingDraft.material("没有价").declared(Availability.FREE));
        supply.arrives();
    }

    @AfterEach
    void the_index_is_back() {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(hers()).fromIndex());
    }

    @Test
    void a_limit_compares_across_units_and_taxes_and_leaves_out_what_cannot_be_compared() {
        for (boolean index : List.of(true, false)) {
            if (!index) {
                elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
            }
            assertThat(atMost("11.3", "kilogram")).containsExactlyInAnyOrder(taxed, untaxed);
            assertThat(atMost("11.29", "kilogram")).containsExactly(untaxed);
            assertThat(atMost("10170", "tonne")).containsExactly(untaxed);
            assertThat(atMost("10169", "tonne")).isEmpty();
        }
    }

    @Test
    void the_choices_count_on_the_same_basis_whatever_limit_is_chosen() {
        Facets facets = ask(hers().withPrice(Optional.of(limit("10.5", "kilogram"))))
                .facets()
                .orElseThrow();
        assertThat(facets.prices().get("mass")).containsExactly(Map.entry(new BigDecimal("2E+1"), 2L));
        assertThat(facets.prices().get("count")).containsExactly(Map.entry(new BigDecimal("1"), 1L));
    }

    @Test
    void nothing_found_says_that_the_price_stands_in_the_way() {
        assertThat(ask(hers().withPrice(Optional.of(limit("0.01", "kilogram")))).relaxations())
                .contains(new SearchResult.Relaxation(Filter.PRICE, 6));
    }

    private List<ListingId> atMost(String yuan, String unit) {
        return ask(hers().withPrice(Optional.of(limit(yuan, unit)))).known().hits().stream()
                .map(hit -> hit.card().id())
                .toList();
    }

    private static PriceLimit limit(String yuan, String unit) {
        return new PriceLimit(new BigDecimal(yuan), Unit.of(unit));
    }

    private SearchResult ask(SearchQuery query) {
        return search.search(Actor.visitor(), query, supply.now());
    }

    private SearchQuery hers() {
        return SearchQuery.everything().withOrganisation(Optional.of(maker.id()));
    }

    /** As the night makes it. */
    private void runsOut(ListingId listing) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update listing set price_valid_until = price_valid_until - 1 where id = ?")) {
            update.setObject(1, listing.value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        supply.reindexes(listing);
    }

    private LocalDate today() {
        return supply.now().atZone(Weeks.ZONE).toLocalDate();
    }

    private ListingId cloth(String title, Price price) {
        return supply.publishes(maker, ListingDraft.material(title).price(price).declared(Availability.FREE));
    }

    private static Price price(
            String yuan, String amount, String unit, boolean taxed, String rate, Optional<LocalDate> until) {
        return new Price(
                Money.yuan(yuan),
                Quantity.of(amount, unit),
                new PriceBasis(
                        taxed,
                        Optional.of(rate).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                        Invoice.SPECIAL_VAT,
                        Delivery.EX_WORKS,
                        until));
    }
}
