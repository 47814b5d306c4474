package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.WeekState;
import org.muster.identity.Actor;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;

/** What somebody holds is not found as free by others, and is found again once it is given back. */
@QuarkusTest
class GivenAwayTest {

    @Inject
    Market market;

    @Inject
    Reservations reservations;

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Catalogue catalogue;

    @Inject
    RestClient elasticsearch;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private List<Node> nodes = List.of();

    @BeforeEach
    void a_supplier_and_a_buyer() {
        nodes = elasticsearch.getNodes();
        supplier = market.somebody();
        buyer = market.somebody();
    }

    @AfterEach
    void the_index_is_back() {
        told(true);
    }

    @Test
    void a_line_held_for_some_days_is_not_free_in_them_and_is_again_when_given_back() {
        ListingId line = market.aLine(supplier);
        HoldView hold = market.held(buyer, Market.time(line, market.days(20, 23)));
        for (boolean index : List.of(true, false)) {
            told(index);
            assertThat(freeIn(18, 19, index))
                    .as("before, by the index: %s", index)
                    .containsExactly(line);
            assertThat(freeIn(19, 21, index))
                    .as("across, by the index: %s", index)
                    .isEmpty();
            assertThat(freeIn(23, 30, index))
                    .as("after, by the index: %s", index)
                    .containsExactly(line);
        }
        elasticsearch.setNodes(nodes);
        reservations
                .release(buyer, hold.id(), Market.because("不再需要"), supply.now())
                .orElseThrow();
        told(true);
        assertThat(freeIn(19, 21, true)).containsExactly(line);
    }

    @Test
    void the_hit_shows_the_week_as_partly_free_and_a_line_held_throughout_as_not_free() {
        ListingId line = market.aLine(supplier);
        market.held(buyer, Market.time(line, market.days(14, 16)));
        assertThat(card(line).weeks()).contains(WeekState.PARTLY);
        assertThat(card(line).availability()).isEqualTo(Availability.FREE);
        ListingId other = market.aLine(supplier);
        market.held(buyer, Market.time(other, market.days(1, 7)));
        market.held(buyer, Market.time(other, market.days(7, 14)));
        assertThat(card(other).weeks().get(1)).isEqualTo(WeekState.NOT_FREE);
    }

    @Test
    void a_lot_shows_and_is_found_by_what_is_left_of_it() {
        ListingId lot = market.aStock(supplier, "2", "tonne");
        assertThat(withAtLeast("1500")).containsExactly(lot);
        HoldView hold = market.held(buyer, Market.amount(lot, "600", "kilogram"));
        assertThat(withAtLeast("1500")).isEmpty();
        assertThat(withAtLeast("1400")).containsExactly(lot);
        assertThat(card(lot).quantity()).isEqualTo(Quantity.of("1.4", "tonne"));
        market.held(buyer, Market.amount(lot, "1.4", "tonne"));
        told(true);
        assertThat(card(lot).availability()).isEqualTo(Availability.NOT_FREE);
        reservations
                .release(buyer, hold.id(), Market.because("不再需要"), supply.now())
                .orElseThrow();
        assertThat(withAtLeast("600")).containsExactly(lot);
    }

    /** By the index, or without it. */
    private void told(boolean index) {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> search.search(supplier, SearchQuery.everything(), supply.now())
                        .fromIndex());
        supply.arrives();
        if (!index) {
            elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
        }
    }

    private List<ListingId> freeIn(int first, int last, boolean index) {
        LocalDate today = supply.now().atZone(Weeks.ZONE).toLocalDate();
        var result = search.search(
                supplier,
                ofTheSupplier()
                        .withDates(Optional.of(new FreeDates(today.plusDays(first), today.plusDays(last), Weeks.ZONE))),
                supply.now());
        assertThat(result.fromIndex()).isEqualTo(index);
        return result.known().hits().stream().map(hit -> hit.card().id()).toList();
    }

    private List<ListingId> withAtLeast(String kilograms) {
        told(true);
        return search
                .search(
                        supplier,
                        ofTheSupplier().withQuantity(Optional.of(Quantity.of(kilograms, "kilogram"))),
                        supply.now())
                .known()
                .hits()
                .stream()
                .map(hit -> hit.card().id())
                .toList();
    }

    private SearchQuery ofTheSupplier() {
        OrganisationId own = supplier.organisation().orElseThrow();
        return SearchQuery.everything().withOrganisation(Optional.of(own));
    }

    private ListingCard card(ListingId listing) {
        return catalogue.cards(buyer, List.of(listing), supply.now()).get(0);
    }
}
