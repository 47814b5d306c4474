package org.muster.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingDocument;
import org.muster.catalogue.MyListing;
import org.muster.identity.Actor;
import org.muster.identity.Membership;
import org.muster.identity.Memberships;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.reservation.ClaimState;
import org.muster.reservation.HoldView;
import org.muster.reservation.Reservations;
import org.muster.shared.PersonId;
import org.muster.testing.DemoMarket;

/** The demo is a market worth looking at, and making it twice makes it once. */
@QuarkusTest
@TestProfile(DemoMarket.class)
@Order(1) // It wants to see the market made.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDataTest {

    private static final String SHANXI = "140000";
    private static final int BATCH = 200;

    @Inject
    DemoSeeder seeder;

    @Inject
    Catalogue catalogue;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Glossary glossary;

    @Inject
    People people;

    @Inject
    Memberships memberships;

    @Inject
    Reservations reservations;

    @Inject
    Clock clock;

    private DemoSeeder.Seeded cutShort;
    private DemoSeeder.Seeded completed;
    private final List<ListingDocument> published = new ArrayList<>();

    @BeforeAll
    void seed() {
        cutShort = seeder.seed(DemoData.read().first(12));
        completed = seeder.seed();
        catalogue.eachPublished(BATCH, published::addAll);
    }

    @Test
    void a_seeding_that_was_cut_short_is_completed() {
        assertThat(cutShort.organisations()).isEqualTo(12);
        assertThat(cutShort.organisations() + completed.organisations()).isBetween(80, 95);
        assertThat(cutShort.listings() + completed.listings()).isBetween(395, 420);
    }

    @Test
    void a_second_seeding_makes_nothing() {
        assertThat(seeder.seed()).isEqualTo(new DemoSeeder.Seeded(0, 0));
        List<ListingDocument> again = new ArrayList<>();
        catalogue.eachPublished(BATCH, again::addAll);
        assertThat(again).hasSameSizeAs(published);
    }

    @Test
    void most_listings_are_published() {
        assertThat(published).hasSizeBetween(370, 415);
    }

    @Test
    void every_published_listing_speaks_both_languages() {
        assertThat(published).allSatisfy(listing -> {
            assertThat(listing.title()).matches(".*\\p{IsHan}.*");
            assertThat(listing.titleEn()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
            if (listing.confidentiality() != Confidentiality.ANONYMOUS) {
                assertThat(listing.organisationNameEn()).isNotBlank();
            }
            assertThat(listing.description().isBlank())
                    .isEqualTo(Optional.ofNullable(listing.descriptionEn())
                            .orElse("")
                            .isBlank());
            assertThat(Optional.ofNullable(listing.descriptionEn()).orElse("")).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void it_covers_a_dozen_industries_and_twenty_cities() {
        assertThat(distinct(ListingDocument::divisionCode)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(distinct(ListingDocument::cityCode)).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void nobody_in_Shanxi_makes_masks_non_wovens_filters_or_nose_wire() {
        assertThat(published.stream().filter(listing -> listing.provinceCode().equals(SHANXI)))
                .isNotEmpty()
                .allSatisfy(listing -> assertThat(kindsOf(
                                Stream.concat(listing.products().stream(), listing.convertibleProducts().stream())))
                        .doesNotContain("mask", "non-woven-fabric", "meltblown-fabric", "filter-media", "nose-wire"));
    }

    @Test
    void all_that_a_mask_line_needs_is_there() {
        assertThat(kindsOf(published.stream()
                        .filter(listing -> !listing.confidentiality().equals(Confidentiality.COORDINATORS_ONLY))
                        .flatMap(listing -> listing.products().stream())))
                .contains(
                        "surgical-mask",
                        "disposable-medical-mask",
                        "kn95-respirator",
                        "one-to-two-mask-machine",
                        "mask-blank-machine",
                        "ear-loop-welder",
                        "mask-cutting-die",
                        "ultrasonic-welder",
                        "meltblown-fabric",
                        "spunbond-fabric",
                        "nose-wire",
                        "ear-loop",
                        "meltblown-pp",
                        "electret-masterbatch",
                        "diaper",
                        "sanitary-napkin",
                        "carton",
                        "paper-box",
                        "protective-suit",
                        "goggles",
                        "eo-steriliser");
    }

    @Test
    void its_listings_are_of_every_freshness_and_confidentiality() {
        assertThat(distinct(listing -> Freshness.of(listing.lastConfirmedAt(), clock.instant())))
                .containsExactlyInAnyOrder(Freshness.values());
        assertThat(distinct(ListingDocument::confidentiality)).containsExactlyInAnyOrder(Confidentiality.values());
        assertThat(distinct(ListingDocument::level)).containsExactlyInAnyOrder(VerificationLevel.values());
        assertThat(distinct(ListingDocument::declared)).hasSize(3);
    }

    @Test
    void the_people_who_can_sign_in_find_their_own() {
        Actor wang = actorOf("00000000-0000-4000-8000-000000000001");
        List<MyListing> own = catalogue.mine(wang, 0, 50, clock.instant());
        assertThat(own).hasSizeGreaterThanOrEqualTo(8);
        assertThat(actorOf("00000000-0000-4000-8000-000000000002").organisationVerified())
                .isTrue();
        assertThat(people.bySubject("00000000-0000-4000-8000-000000000006")).isEmpty();
    }

    @Test
    void something_is_held_and_something_confirmed_on_both_sides() {
        Actor wang = actorOf("00000000-0000-4000-8000-000000000001");
        Actor li = actorOf("00000000-0000-4000-8000-000000000002");
        assertThat(reservations.onMine(wang, 0, 20, clock.instant()))
                .extracting(HoldView::state)
                .contains(ClaimState.HELD, ClaimState.COMMITTED);
        assertThat(reservations.countHeld(wang)).isGreaterThan(2);
        assertThat(reservations.countHeld(li)).isGreaterThan(2);
        assertThat(reservations.proof().holds()).isTrue();
    }

    @Test
    void operators_find_work_waiting() {
        PersonId sun = people.bySubject("00000000-0000-4000-8000-000000000004").orElseThrow();
        var operator = new Actor(Optional.of(sun), "孙磊", Set.of(Role.OPERATOR), Optional.empty(), false);
        assertThat(registry.countWaitingForVerification(operator)).isGreaterThanOrEqualTo(3);
    }

    private Actor actorOf(String subject) {
        PersonId person = people.bySubject(subject).orElseThrow();
        Membership first = memberships.of(person).get(0);
        return new Actor(
                Optional.of(person),
                people.name(person),
                Set.of(Role.MEMBER),
                Optional.of(first.organisation()),
                first.verified());
    }

    private <T> Set<T> distinct(Function<ListingDocument, T> value) {
        return published.stream().map(value).collect(Collectors.toSet());
    }

    /** The terms that words stand for, with every broader one. */
    private Set<String> kindsOf(Stream<String> words) {
        return words.flatMap(word -> glossary.terms().mentions(word).stream())
                .flatMap(mention -> Stream.iterate(
                                Optional.of(mention.term()),
                                Optional::isPresent,
                                term -> term.flatMap(Term::broader)
                                        .flatMap(key -> glossary.terms().byKey(key)))
                        .flatMap(Optional::stream))
                .map(Term::key)
                .collect(Collectors.toSet());
    }
}
