package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;

@QuarkusTest
class OnBehalfTest {

    private static final LocalDate JANUARY = LocalDate.of(2020, 1, 31);
    private static final LocalDate MARCH = LocalDate.of(2020, 3, 31);

    @Inject
    OrganisationRegistry registry;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void an_organisation_from_a_list_is_unclaimed_and_shows_its_source() {
        OnBehalf entered = enter(Cast.aName(), "510100", "口罩", JANUARY);
        assertThat(entered.result()).isEqualTo(OnBehalf.Result.CREATED);
        assertThat(registry.card(entered.id())).get().satisfies(card -> {
            assertThat(card.provisional()).isTrue();
            assertThat(card.level()).isEqualTo(VerificationLevel.UNCLAIMED);
            assertThat(card.source()).isEqualTo("防护用品生产企业名录");
            assertThat(card.sourceDate()).isEqualTo(JANUARY);
        });
        assertThat(registry.sites(entered.id()))
                .singleElement()
                .satisfies(site -> assertThat(site.exactness()).isEqualTo(Exactness.CENTROID));
    }

    @Test
    void entered_again_it_is_found_by_its_name_and_stays_unchanged() {
        String name = Cast.aName();
        OnBehalf first = enter(name, "510100", "口罩", JANUARY);
        OnBehalf again = enter(name.replace("有限公司", " 有限公司"), "510100", "口罩", JANUARY);
        assertThat(again).isEqualTo(new OnBehalf(OnBehalf.Result.UNCHANGED, first.id()));
    }

    @Test
    void what_several_rows_say_it_makes_is_added_up_and_the_whole_list_again_changes_nothing() {
        String name = Cast.aName();
        enter(name, "510100", "口罩", JANUARY);
        OnBehalf second = enter(name, "510100", "防护服", JANUARY);
        assertThat(second.result()).isEqualTo(OnBehalf.Result.UPDATED);
        assertThat(registry.profile(Actor.visitor(), second.id()).orElseThrow().makes())
                .isEqualTo("口罩、防护服");
        assertThat(enter(name, "510100", "口罩", JANUARY).result()).isEqualTo(OnBehalf.Result.UNCHANGED);
        assertThat(enter(name, "510100", "防护服", JANUARY).result()).isEqualTo(OnBehalf.Result.UNCHANGED);
    }

    @Test
    void a_newer_list_moves_it_an_older_one_does_not() {
        String name = Cast.aName();
        OnBehalf first = enter(name, "510100", "口罩", JANUARY);
        assertThat(enter(name, "510700", "口罩", MARCH).result()).isEqualTo(OnBehalf.Result.UPDATED);
        assertThat(registry.card(first.id()).orElseThrow().placeCode()).isEqualTo("510700");
        assertThat(enter(name, "510100", "口罩", JANUARY).result()).isEqualTo(OnBehalf.Result.UNCHANGED);
        assertThat(registry.card(first.id()).orElseThrow().sourceDate()).isEqualTo(MARCH);
    }

    @Test
    void one_name_in_two_provinces_is_two_organisations() {
        String name = Cast.aName();
        assertThat(enter(name, "610100", "口罩", JANUARY).id())
                .isNotEqualTo(enter(name, "510100", "口罩", JANUARY).id());
    }

    @Test
    void nobody_writes_on_behalf_of_one_whose_own_people_have_spoken() {
        String name = Cast.aName();
        Actor owner = cast.anOwnerOf(name);
        OnBehalf entered = enter(name, "320200", "防护服", MARCH);
        assertThat(entered)
                .isEqualTo(new OnBehalf(
                        OnBehalf.Result.CLAIMED, owner.organisation().orElseThrow()));
        assertThat(registry.own(owner, clock.instant()).orElseThrow().makes()).isEqualTo("口罩");
    }

    @Test
    void a_member_enters_nobody_on_behalf() {
        Actor owner = cast.anOwner();
        var known = new ProvisionalOrganisation(Cast.aName(), null, "510100", "口罩", "名录", JANUARY);
        assertThatThrownBy(() -> registry.enterOnBehalf(owner, known, clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OnBehalf enter(String name, String placeCode, String makes, LocalDate date) {
        return registry.enterOnBehalf(
                cast.aLiaison(),
                new ProvisionalOrganisation(name, null, placeCode, makes, "防护用品生产企业名录", date),
                clock.instant());
    }
}
