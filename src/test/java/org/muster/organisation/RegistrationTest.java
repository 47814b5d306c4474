package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.reference.Places;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

@QuarkusTest
class RegistrationTest {

    @Inject
    OrganisationRegistry registry;

    @Inject
    Memberships memberships;

    @Inject
    Places places;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void whoever_registers_an_organisation_owns_it_and_it_stands_in_its_town() {
        Actor newcomer = cast.aNewcomer("王厂长");
        String name = Cast.aName();

        OrganisationId id = Cast.theIdOf(registry.register(newcomer, Cast.named(name), clock.instant()));

        assertThat(memberships.of(newcomer.person().orElseThrow()))
                .singleElement()
                .satisfies(membership -> {
                    assertThat(membership.organisation()).isEqualTo(id);
                    assertThat(membership.organisationName()).isEqualTo(name);
                    assertThat(membership.owner()).isTrue();
                    assertThat(membership.verified()).isFalse();
                });
        assertThat(registry.card(id)).get().satisfies(card -> {
            assertThat(card.level()).isEqualTo(VerificationLevel.REGISTERED);
            assertThat(card.provisional()).isFalse();
            assertThat(card.placeCode()).isEqualTo("320281");
        });
        assertThat(registry.sites(id)).singleElement().satisfies(site -> {
            assertThat(site.exactness()).isEqualTo(Exactness.TOWN);
            assertThat(site.point())
                    .isEqualTo(places.byCode("320281").orElseThrow().point());
        });
    }

    @Test
    void the_division_is_derived_from_what_it_makes_unless_it_was_corrected() {
        String derived = registry.divisionOf("口罩").orElseThrow();
        Actor newcomer = cast.aNewcomer("王厂长");
        OrganisationId byWords = Cast.theIdOf(registry.register(newcomer, Cast.named(Cast.aName()), clock.instant()));
        OrganisationId corrected = Cast.theIdOf(registry.register(
                newcomer,
                new Registration(Cast.aName(), "13812345678", "", "江阴", "", "口罩", "35", ""),
                clock.instant()));

        assertThat(registry.card(byWords).orElseThrow().divisionCode()).isEqualTo(derived);
        assertThat(registry.card(corrected).orElseThrow().divisionCode()).isEqualTo("35");
    }

    @Test
    void every_reason_is_told_at_once() {
        var nothing = new Registration(" ", "12", "wang", "", "", "", "99", "123");
        assertThat(reasons(registry.register(cast.aNewcomer("王厂长"), nothing, clock.instant())))
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("name", "mobile", "email", "place", "makes", "division", "creditCode");
    }

    @Test
    void a_name_that_is_registered_is_refused_however_it_is_spelt() {
        String name = "江苏（" + Cast.aName() + "）";
        cast.anOwnerOf(name);
        var again = Cast.named(name.replace("（", "(").replace("）", ") "));
        assertThat(reasons(registry.register(cast.aNewcomer("李四"), again, clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.name_taken");
    }

    @Test
    void a_name_known_from_a_list_only_can_be_registered_and_the_likeness_is_shown() {
        String name = Cast.aName();
        OrganisationId known = registry.enterOnBehalf(
                        cast.aLiaison(),
                        new ProvisionalOrganisation(name, null, "320200", "口罩", "名录", LocalDate.of(2020, 1, 31)),
                        clock.instant())
                .id();
        Actor owner = cast.anOwnerOf(name);
        assertThat(registry.own(owner, clock.instant()).orElseThrow().lookalikes())
                .extracting(OrganisationCard::id)
                .containsExactly(known);
    }

    @Test
    void a_place_that_exists_more_than_once_is_chosen_among_and_the_choice_counts() {
        Actor newcomer = cast.aNewcomer("王厂长");
        assertThat(reasons(registry.register(newcomer, at("朝阳", ""), clock.instant())))
                .containsExactly(Refusal.at("place", "organisation.place_ambiguous", "朝阳"));
        OrganisationId id = Cast.theIdOf(registry.register(newcomer, at("朝阳", "110105"), clock.instant()));
        assertThat(registry.card(id).orElseThrow().placeCode()).isEqualTo("110105");
    }

    @Test
    void a_place_nobody_knows_and_a_whole_province_are_refused() {
        Actor newcomer = cast.aNewcomer("王厂长");
        assertThat(reasons(registry.register(newcomer, at("无此地方镇", ""), clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.place_unknown");
        assertThat(reasons(registry.register(newcomer, at("江苏", ""), clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.place_too_wide");
    }

    @Test
    void a_credit_code_belongs_to_one_organisation() {
        Actor owner = cast.anOwnerWithACreditCode();
        String code = Objects.requireNonNull(
                registry.own(owner, clock.instant()).orElseThrow().creditCode());
        var again = new Registration(Cast.aName(), "13812345678", "", "江阴", "", "口罩", "", code);
        assertThat(reasons(registry.register(cast.aNewcomer("李四"), again, clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.credit_code_taken");
    }

    @Test
    void of_many_who_register_one_name_at_once_one_succeeds_and_the_others_are_told_why() throws Exception {
        String name = Cast.aName();
        List<Callable<Outcome<OrganisationId>>> attempts = List.of(
                attempt(name, cast.aNewcomer("甲")),
                attempt(name, cast.aNewcomer("乙")),
                attempt(name, cast.aNewcomer("丙")),
                attempt(name, cast.aNewcomer("丁")));
        ExecutorService atOnce = Executors.newFixedThreadPool(attempts.size());
        try {
            int accepted = 0;
            for (Future<Outcome<OrganisationId>> answer : atOnce.invokeAll(attempts)) {
                if (answer.get().isAccepted()) {
                    accepted++;
                } else {
                    assertThat(reasons(answer.get()))
                            .extracting(Refusal::key)
                            .containsExactly("organisation.name_taken");
                }
            }
            assertThat(accepted).isEqualTo(1);
        } finally {
            atOnce.shutdownNow();
        }
    }

    @Test
    void a_visitor_registers_nothing() {
        assertThat(reasons(registry.register(Actor.visitor(), Cast.named(Cast.aName()), clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.sign_in_first");
    }

    @Test
    void an_owner_changes_the_profile_and_moves_the_site() {
        Actor owner = cast.anOwner();
        Cast.theIdOf(registry.changeProfile(owner, changed(owner, "侯马", "无纺布"), clock.instant()));
        OwnOrganisation own = registry.own(owner, clock.instant()).orElseThrow();
        assertThat(own.card().placeCode()).isEqualTo("141081");
        assertThat(own.site().placeCode()).isEqualTo("141081");
        assertThat(own.site().name()).isEqualTo("侯马");
        assertThat(own.makes()).isEqualTo("无纺布");
    }

    @Test
    void a_colleague_and_another_owner_change_nothing() {
        Actor owner = cast.anOwner();
        Actor colleague = cast.aColleagueOf(owner);
        Actor intruder = Cast.actingFor(cast.anOwner(), owner.organisation().orElseThrow());
        for (Actor other : List.of(colleague, intruder)) {
            assertThat(reasons(registry.changeProfile(other, changed(owner, "侯马", "无纺布"), clock.instant())))
                    .extracting(Refusal::key)
                    .containsExactly("organisation.owners_only");
        }
        assertThat(registry.own(intruder, clock.instant())).isEmpty();
    }

    @Test
    void of_two_owners_who_change_at_once_the_second_is_told() {
        Actor owner = cast.anOwner();
        ProfileChange seenByBoth = changed(owner, "侯马", "无纺布");
        Cast.theIdOf(registry.changeProfile(owner, seenByBoth, clock.instant()));
        assertThat(reasons(registry.changeProfile(owner, seenByBoth, clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.changed_meanwhile");
    }

    @Test
    void contacts_are_for_members_of_verified_organisations_and_for_its_own_people() {
        Actor owner = cast.anOwner();
        OrganisationId id = owner.organisation().orElseThrow();
        Actor verified = new Actor(
                cast.aNewcomer("买家").person(), "买家", owner.roles(), Optional.of(OrganisationId.create()), true);
        assertThat(registry.profile(Actor.visitor(), id).orElseThrow().contacts())
                .isEmpty();
        assertThat(registry.profile(cast.anOwner(), id).orElseThrow().contacts())
                .isEmpty();
        assertThat(registry.profile(owner, id).orElseThrow().contacts()).isPresent();
        assertThat(registry.profile(verified, id).orElseThrow().contacts()).isPresent();
        assertThat(registry.profile(cast.anOperator(), id).orElseThrow().contacts())
                .isPresent();
    }

    private Callable<Outcome<OrganisationId>> attempt(String name, Actor newcomer) {
        return () -> registry.register(newcomer, Cast.named(name), clock.instant());
    }

    private ProfileChange changed(Actor owner, String place, String makes) {
        int version = registry.own(owner, clock.instant()).orElseThrow().version();
        return new ProfileChange(version, "Jiangyin Test", "0510-86781234", "", place, "", makes, "", "");
    }

    private static Registration at(String place, String placeCode) {
        return new Registration(Cast.aName(), "13812345678", "", place, placeCode, "口罩", "", "");
    }

    private static List<Refusal> reasons(Outcome<?> outcome) {
        return outcome.fold(done -> List.of(), List::copyOf);
    }
}
