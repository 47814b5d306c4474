package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

@QuarkusTest
class KeepersTest {

    @Inject
    Keepers keepers;

    @Inject
    Delegations delegations;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Memberships memberships;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void a_liaison_of_the_area_keeps_listings_until_either_side_ends_it() {
        Actor owner = cast.anOwner();
        OrganisationId own = owner.organisation().orElseThrow();
        Actor liaison = liaisonOf("江苏省");
        PersonId person = liaison.person().orElseThrow();
        assertThat(keepers.choices(owner)).anyMatch(choice -> choice.person().equals(person));

        assertThat(letIn(owner, person, keepers.proposedUntil())).isTrue();

        assertThat(memberships.of(person)).singleElement().satisfies(one -> {
            assertThat(one.organisation()).isEqualTo(own);
            assertThat(one.onBehalf()).isTrue();
            assertThat(one.owner()).isFalse();
        });
        assertThat(keepers.of(owner)).hasSize(1);
        // Not one of its people: no contacts, no colleagues, no right to change anything of the organisation.
        assertThat(registry.colleagues(owner).orElseThrow().lines()).hasSize(1);
        assertThat(registry.profile(liaison, own).orElseThrow().viewerBelongs()).isFalse();

        assertThat(keepers.end(cast.anOwner(), own, person).isAccepted()).isFalse();
        assertThat(keepers.end(liaison, own, person).isAccepted()).isTrue();
        assertThat(memberships.of(person)).isEmpty();
    }

    @Test
    void a_liaison_of_another_area_cannot_be_let_in() {
        Actor owner = cast.anOwner();
        PersonId person = liaisonOf("湖北省").person().orElseThrow();
        assertThat(letIn(owner, person, keepers.proposedUntil())).isFalse();
    }

    @Test
    void it_lasts_a_year_at_most_and_not_into_the_past() {
        Actor owner = cast.anOwner();
        PersonId person = liaisonOf("江苏省").person().orElseThrow();
        LocalDate today = BusinessDay.of(clock.instant());
        assertThat(letIn(owner, person, today)).isFalse();
        assertThat(letIn(owner, person, today.plusYears(1).plusDays(1))).isFalse();
        assertThat(letIn(owner, person, today.plusYears(1))).isTrue();
    }

    @Test
    void a_colleague_lets_nobody_in() {
        Actor colleague = cast.aColleagueOf(cast.anOwner());
        PersonId person = liaisonOf("江苏省").person().orElseThrow();
        assertThat(letIn(colleague, person, keepers.proposedUntil())).isFalse();
    }

    @Test
    void its_day_ends_it_without_anybody() {
        Member member =
                Member.liaison(PersonId.create(), OrganisationId.create(), clock.instant(), LocalDate.of(2026, 11, 22));
        assertThat(member.countsOn(LocalDate.of(2026, 11, 22))).isTrue();
        assertThat(member.countsOn(LocalDate.of(2026, 11, 23))).isFalse();
    }

    private boolean letIn(Actor owner, PersonId liaison, LocalDate until) {
        return keepers.letIn(owner, Optional.of(liaison), Optional.of(until), clock.instant())
                .isAccepted();
    }

    private Actor liaisonOf(String area) {
        Actor liaison = cast.aLiaison();
        UUID asked = Cast.theIdOf(delegations.ask(liaison, area, "工信局", clock.instant()));
        Cast.theIdOf(delegations.decide(cast.anOperator(), asked, true, "名册上有", clock.instant()));
        return liaison;
    }
}
