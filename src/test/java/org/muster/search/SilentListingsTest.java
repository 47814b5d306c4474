package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Node;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.Hearing;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.Silence;
import org.muster.identity.Actor;
import org.muster.notification.Mailbox;
import org.muster.notification.StoredMessage;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;

/** What a supplier is silent about drops out of allocation first, out of search later, and comes back with one tap; with the index and without. */
@QuarkusTest
class SilentListingsTest {

    @Inject
    Market market;

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Catalogue catalogue;

    @Inject
    Reservations reservations;

    @Inject
    Silence silence;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Mailbox mailbox;

    @Inject
    EntityManager entityManager;

    @Inject
    UserTransaction transaction;

    @Inject
    RestClient elasticsearch;

    private List<Node> nodes = List.of();
    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_line() {
        nodes = elasticsearch.getNodes();
        supplier = market.somebody();
        buyer = market.somebody();
        line = market.aLine(supplier);
    }

    @AfterEach
    void the_index_is_back() {
        index(true);
    }

    @Test
    void lately_confirmed_it_is_found_and_held() {
        lastConfirmed(silence.allocatedSince(supply.now()).plus(Duration.ofMinutes(5)));
        assertThat(found(Optional.empty())).containsExactly(line);
        assertThat(hold(buyer)).isEmpty();
    }

    @Test
    void silent_for_a_month_it_is_found_but_held_by_nobody_but_its_supplier() {
        lastConfirmed(silence.allocatedSince(supply.now()).minusSeconds(1));
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(found(Optional.empty())).containsExactly(line);
        }
        assertThat(hold(buyer)).containsExactly("reservation.supplier_silent");
        assertThat(reservations.freeBetween(List.of(line), market.days(20, 21), supply.now()))
                .isEmpty();
        assertThat(hearing()).isEqualTo(Hearing.QUIET);
        assertThat(hold(supplier)).isEmpty();
    }

    @Test
    void silent_for_a_season_it_is_found_only_by_who_asks_for_the_silent_ones() {
        lastConfirmed(silence.foundSince(supply.now()).minusSeconds(90));
        for (boolean index : List.of(true, false)) {
            index(index);
            assertThat(found(Optional.empty())).isEmpty();
            assertThat(found(Optional.of(Freshness.SILENT))).containsExactly(line);
        }
        assertThat(hearing()).isEqualTo(Hearing.LOST);
    }

    @Test
    void one_tap_brings_it_back_at_once() {
        lastConfirmed(silence.foundSince(supply.now()).minus(Duration.ofDays(400)));
        assertThat(found(Optional.empty())).isEmpty();
        catalogue.confirmStillFree(supplier, line, supply.now()).orElseThrow();
        assertThat(hold(buyer)).isEmpty();
        supply.arrives();
        assertThat(found(Optional.empty())).containsExactly(line);
    }

    @Test
    void its_supplier_is_told_once_before_it_falls_silent_and_anew_after_a_word_of_theirs() {
        String name = registry.card(supplier.organisation().orElseThrow())
                .orElseThrow()
                .name();
        lastConfirmed(line, silence.allocatedSince(supply.now()).minus(Duration.ofDays(1)));
        warned();
        assertThat(letters(name)).as("it is too late").isEmpty();

        lastConfirmed(line, silence.allocatedSince(supply.now()).plus(Duration.ofHours(1)));
        warned();
        warned();
        assertThat(letters(name)).singleElement().satisfies(letter -> {
            assertThat(letter.bodyZh()).contains("口罩线", "五个工作日");
            assertThat(letter.bodyEn()).contains("within five working days");
            assertThat(letter.link()).isEqualTo("/my/listings");
        });

        catalogue.confirmStillFree(supplier, line, supply.now()).orElseThrow();
        assertThat(catalogue.warnOfSilence(supply.now()))
                .as("what was just confirmed is not fading")
                .isZero();
    }

    private void warned() {
        catalogue.warnOfSilence(supply.now());
        supply.isTold();
    }

    private List<StoredMessage> letters(String organisation) {
        return mailbox.latest(500).stream()
                .filter(letter -> letter.toName().equals(organisation)
                        && letter.subjectZh().contains("快没有音讯"))
                .toList();
    }

    @Test
    void also_one_that_is_taken_comes_back_as_it_is() {
        Supply.Supplier maker = supply.supplier("乙" + line.toString().substring(0, 8) + "厂", Supply.QINGDAO);
        ListingId taken = supply.publishes(maker, ListingDraft.line("满产的线").declared(Availability.NOT_FREE));
        assertThat(catalogue
                        .confirmStillFree(maker.actor(), taken, supply.now())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("catalogue.confirm_not_free");
        lastConfirmed(taken, silence.allocatedSince(supply.now()).minusSeconds(60));
        catalogue.confirmStillFree(maker.actor(), taken, supply.now()).orElseThrow();
        var card = catalogue.cards(maker.actor(), List.of(taken), supply.now()).get(0);
        assertThat(card.hearing()).isEqualTo(Hearing.HEARD);
        assertThat(card.availability()).isEqualTo(Availability.NOT_FREE);
    }

    private Hearing hearing() {
        return catalogue.cards(buyer, List.of(line), supply.now()).get(0).hearing();
    }

    private List<String> hold(Actor who) {
        return reservations
                .hold(
                        who,
                        new HoldRequest(
                                UUID.randomUUID().toString(),
                                List.of(Market.time(line, market.days(20, 21))),
                                null,
                                "试"),
                        supply.now())
                .reasons()
                .stream()
                .map(Refusal::key)
                .toList();
    }

    private List<ListingId> found(Optional<Freshness> freshness) {
        var result = search.search(
                buyer,
                SearchQuery.everything()
                        .withOrganisation(supplier.organisation())
                        .withFreshness(freshness),
                supply.now());
        return result.known().hits().stream().map(hit -> hit.card().id()).toList();
    }

    private void index(boolean there) {
        elasticsearch.setNodes(nodes);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> search.search(supplier, SearchQuery.everything(), supply.now())
                        .fromIndex());
        supply.arrives();
        if (!there) {
            elasticsearch.setNodes(List.of(new Node(new HttpHost("localhost", 1))));
        }
    }

    private void lastConfirmed(Instant at) {
        lastConfirmed(line, at);
        index(true);
    }

    /** As time would make it. */
    private void lastConfirmed(ListingId listing, Instant at) {
        try {
            transaction.begin();
            entityManager
                    .createNativeQuery(
                            "update listing set last_confirmed_at = :at, created_at = least(created_at, :at) where id = :id")
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .setParameter("id", listing.value())
                    .executeUpdate();
            transaction.commit();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        supply.reindexes(listing);
    }
}
