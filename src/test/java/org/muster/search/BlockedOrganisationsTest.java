package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Blocking;
import org.muster.catalogue.Catalogue;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;

/** Probes whether a blocked organisation learns anything of its supplier's listings. */
@QuarkusTest
class BlockedOrganisationsTest {

    @Inject
    Market market;

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Catalogue catalogue;

    @Inject
    Blocking blocking;

    @Inject
    Reservations reservations;

    @Inject
    RestClient elasticsearch;

    private List<Node> nodes = List.of();
    private Actor supplier = Actor.visitor();
    private Actor rival = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_supplier_that_blocks_a_rival() {
        nodes = elasticsearch.getNodes();
        supplier = market.somebody();
        rival = market.somebody();
        line = market.aLine(supplier);
        supply.arrives();
        await().atMost(Duration.ofSeconds(30)).until(() -> answer(supplier).fromIndex());
        assertThat(total(rival)).isEqualTo(1);
        blocking.block(supplier, of(rival), "抄我们的报价", supply.now()).orElseThrow();
    }

    @AfterEach
    void the_index_is_back() {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30)).until(() -> answer(supplier).fromIndex());
    }

    @Test
    void neither_hits_nor_counts_nor_facets_tell_the_rival_anything_from_the_next_search_on() {
        SearchResult result = answer(rival);
        assertThat(result.fromIndex()).isTrue();
        assertThat(result.isEmpty()).isTrue();
        assertThat(result.known().hits()).isEmpty();
        Facets facets = result.facets().orElseThrow();
        assertThat(facets.anyKind()).isZero();
        assertThat(facets.provinces()).isEmpty();
        assertThat(facets.levels().values()).allMatch(count -> count == 0);
        assertThat(result.relaxations()).noneMatch(relaxation -> relaxation.filter() != Filter.ORGANISATION);
    }

    @Test
    void nor_does_the_search_without_the_index() {
        elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
        assertThat(answer(supplier).fromIndex()).isFalse();
        assertThat(answer(rival).isEmpty()).isTrue();
        assertThat(total(supplier)).isEqualTo(1);
    }

    @Test
    void the_page_the_cards_and_what_is_followed_live_are_not_there_for_the_rival() {
        assertThat(catalogue.view(rival, line, supply.now())).isEmpty();
        assertThat(catalogue.cards(rival, List.of(line), supply.now())).isEmpty();
        assertThat(catalogue.visible(rival, List.of(line))).isEmpty();
        assertThat(catalogue.view(supplier, line, supply.now())).isPresent();
    }

    @Test
    void the_rival_can_hold_nothing_of_it_and_is_told_that_there_is_no_such_listing() {
        var answer = reservations.hold(
                rival,
                new HoldRequest(
                        UUID.randomUUID().toString(), List.of(Market.time(line, market.days(20, 21))), null, "试"),
                supply.now());
        assertThat(answer.reasons()).extracting(Refusal::key).containsExactly("reservation.listing_not_found");
    }

    @Test
    void others_officials_and_visitors_see_it_as_before() {
        assertThat(total(market.somebody())).isEqualTo(1);
        assertThat(total(Actor.visitor())).isEqualTo(1);
        Actor coordinator = new Actor(rival.person(), "协调员", Set.of(Role.COORDINATOR), rival.organisation(), false);
        assertThat(total(coordinator)).isEqualTo(1);
    }

    @Test
    void unblocked_it_sees_again_and_what_stands_is_said_once() {
        assertThat(blocking.of(supplier)).hasSize(1);
        blocking.block(supplier, of(rival), "再说一次", supply.now()).orElseThrow();
        assertThat(blocking.of(supplier))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("抄我们的报价"));
        blocking.unblock(supplier, of(rival)).orElseThrow();
        assertThat(total(rival)).isEqualTo(1);
        assertThat(blocking.unblock(supplier, of(rival)).isAccepted()).isFalse();
    }

    @Test
    void nobody_blocks_themselves_or_what_does_not_exist() {
        assertThat(blocking.block(supplier, of(supplier), "", supply.now()).reasons())
                .extracting(Refusal::key)
                .containsExactly("catalogue.block_self");
        assertThat(blocking.block(supplier, OrganisationId.create(), "", supply.now())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("catalogue.block_unknown");
        assertThat(blocking.block(supplier, of(rival), "长".repeat(201), supply.now())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("catalogue.block_reason_long");
    }

    private static OrganisationId of(Actor actor) {
        return actor.organisation().orElseThrow();
    }

    private long total(Actor viewer) {
        return answer(viewer).known().total();
    }

    private SearchResult answer(Actor viewer) {
        return search.search(viewer, SearchQuery.everything().withOrganisation(supplier.organisation()), supply.now());
    }
}
