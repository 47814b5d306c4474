package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;
import org.muster.reference.Places;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;

/** The nearest do not crowd out those who fit: what has to hold is asked of the index, not sorted out of the nearest. */
@QuarkusTest
class FitnessTest {

    private static final Set<CertificateKind> REPORT = Set.of(CertificateKind.TEST_REPORT);
    private static final Set<CertificateKind> LICENCE =
            Set.of(CertificateKind.PRODUCTION_LICENCE, CertificateKind.FILING);

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Certificates certificates;

    @Inject
    Places places;

    private String word = "";
    private LocalDate today = LocalDate.EPOCH;
    private ListingId near = ListingId.create();
    private ListingId far = ListingId.create();

    @BeforeEach
    void one_near_without_papers_and_one_far_with_them() {
        word = "fn" + UUID.randomUUID().toString().substring(0, 6);
        today = supply.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        near = listed(supply.supplier("近" + word + "厂", Supply.WUHAN), Availability.FREE);
        Supplier proven = supply.supplier("远" + word + "厂", Supply.QINGDAO);
        far = listed(proven, Availability.FREE);
        shows(proven, "TEST_REPORT", "R-1", today.plusDays(10));
        shows(proven, "FILING", "鲁械备20230001号", today.plusDays(10));
        supply.arrives();
    }

    @Test
    void the_nearest_comes_first_and_with_papers_asked_for_whoever_shows_each_of_them() {
        assertThat(first(Fitness.any())).containsExactly(near);
        assertThat(first(papers(today, REPORT))).containsExactly(far);
        assertThat(first(papers(today, REPORT, LICENCE))).containsExactly(far);
        assertThat(first(papers(today, REPORT, Set.of(CertificateKind.REGISTRATION))))
                .isEmpty();
    }

    @Test
    void papers_have_to_be_valid_on_the_day_that_is_named() {
        assertThat(first(papers(today.plusDays(10), REPORT))).containsExactly(far);
        assertThat(first(papers(today.plusDays(11), REPORT))).isEmpty();
    }

    @Test
    void what_was_confirmed_before_is_left_out() {
        Instant now = supply.now();
        assertThat(first(since(now.minus(Duration.ofHours(1))))).containsExactly(near);
        assertThat(first(since(now.plus(Duration.ofHours(1))))).isEmpty();
    }

    @Test
    void what_is_not_free_at_all_is_left_out_and_a_free_window_ahead_counts() {
        word = "ff" + UUID.randomUUID().toString().substring(0, 6);
        Supplier busy = supply.supplier("忙" + word + "厂", Supply.WUHAN);
        listed(busy, Availability.NOT_FREE);
        ListingId later = listed(supply.supplier("闲" + word + "厂", Supply.QINGDAO), Availability.NOT_FREE);
        Supplier idle = supply.supplier("空" + word + "厂", Supply.QINGDAO);
        ListingId opened = listed(idle, Availability.NOT_FREE);
        Instant from = supply.now().plus(Duration.ofDays(3));
        supply.opens(idle, opened, from, from.plus(Duration.ofDays(2)), Availability.FREE);
        supply.arrives();

        assertThat(ids(Fitness.any(), 3)).hasSize(3).contains(later, opened);
        assertThat(ids(new Fitness(List.of(), today, Optional.empty(), true), 3))
                .containsExactly(opened);
    }

    @SafeVarargs
    private static Fitness papers(LocalDate day, Set<CertificateKind>... kinds) {
        return new Fitness(List.of(kinds), day, Optional.empty(), false);
    }

    private Fitness since(Instant moment) {
        return new Fitness(List.of(), today, Optional.of(moment), false);
    }

    private List<ListingId> first(Fitness fitness) {
        return ids(fitness, 1);
    }

    private List<ListingId> ids(Fitness fitness, int most) {
        SearchQuery nearest = SearchQuery.everything()
                .withWords(word)
                .withNear(Optional.of(new Near("武汉", places.byCode(Supply.WUHAN).orElseThrow(), Optional.empty())))
                .sorted(Sort.DISTANCE);
        return search.ids(Actor.visitor(), List.of(new Sought(nearest, fitness, most, 0)), supply.now())
                .get(0);
    }

    private ListingId listed(Supplier by, Availability declared) {
        return supply.publishes(
                by,
                ListingDraft.of(ListingKind.PRODUCTION_LINE, word + "线")
                        .products(List.of("医用外科口罩"))
                        .declared(declared));
    }

    private void shows(Supplier by, String kind, String number, LocalDate validTo) {
        certificates
                .add(
                        by.actor(),
                        new CertificateDraft(kind, number, "药监局", "OWN", "", "", "", "", "", validTo.toString(), ""),
                        supply.now())
                .orElseThrow();
    }
}
