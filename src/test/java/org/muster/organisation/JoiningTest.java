package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

@QuarkusTest
class JoiningTest {

    @Inject
    OrganisationRegistry registry;

    @Inject
    Memberships memberships;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void a_link_may_be_looked_at_often_and_confirmed_once() {
        Actor owner = cast.anOwner();
        String link = cast.aLinkFrom(owner);
        Actor colleague = cast.aNewcomer("小周");

        for (int look = 0; look < 3; look++) {
            assertThat(offer(Actor.visitor(), link)).isInstanceOf(JoinOffer.Open.class);
            assertThat(offer(colleague, link)).isInstanceOf(JoinOffer.Open.class);
        }
        assertThat(registry.join(colleague, link, clock.instant()))
                .isEqualTo(Outcome.accepted(owner.organisation().orElseThrow()));

        assertThat(memberships.of(colleague.person().orElseThrow()))
                .singleElement()
                .satisfies(membership -> assertThat(membership.owner()).isFalse());
        assertThat(offer(Actor.visitor(), link)).isEqualTo(new JoinOffer.Closed(Refusal.of("organisation.join_used")));
        assertThat(reasons(registry.join(cast.aNewcomer("小吴"), link, clock.instant())))
                .containsExactly(Refusal.of("organisation.join_used"));
    }

    @Test
    void of_two_who_confirm_one_link_at_once_one_joins() throws Exception {
        String link = cast.aLinkFrom(cast.anOwner());
        List<Callable<Outcome<OrganisationId>>> attempts =
                List.of(attempt(link, cast.aNewcomer("小周")), attempt(link, cast.aNewcomer("小吴")));
        ExecutorService atOnce = Executors.newFixedThreadPool(attempts.size());
        try {
            int joined = 0;
            for (Future<Outcome<OrganisationId>> answer : atOnce.invokeAll(attempts)) {
                joined += answer.get().isAccepted() ? 1 : 0;
            }
            assertThat(joined).isEqualTo(1);
        } finally {
            atOnce.shutdownNow();
        }
    }

    @Test
    void who_belongs_already_uses_nothing_up() {
        Actor owner = cast.anOwner();
        String link = cast.aLinkFrom(owner);
        assertThat(offer(owner, link)).isInstanceOf(JoinOffer.AlreadyIn.class);
        assertThat(registry.join(owner, link, clock.instant()).isAccepted()).isTrue();
        assertThat(offer(Actor.visitor(), link)).isInstanceOf(JoinOffer.Open.class);
    }

    @Test
    void after_a_week_a_link_is_told_to_be_too_old() {
        String link = cast.aLinkFrom(cast.anOwner());
        var nextWeek = clock.instant().plus(Duration.ofDays(7));
        assertThat(registry.offer(Actor.visitor(), link, nextWeek))
                .isEqualTo(new JoinOffer.Closed(Refusal.of("organisation.join_expired")));
        assertThat(reasons(registry.join(cast.aNewcomer("小周"), link, nextWeek)))
                .containsExactly(Refusal.of("organisation.join_expired"));
    }

    @Test
    void a_link_that_was_changed_is_told_to_be_broken() {
        String link = cast.aLinkFrom(cast.anOwner());
        String changed = (link.startsWith("A") ? "B" : "A") + link.substring(1);
        assertThat(offer(Actor.visitor(), changed))
                .isEqualTo(new JoinOffer.Closed(Refusal.of("organisation.join_broken")));
        assertThat(reasons(registry.join(cast.aNewcomer("小周"), changed, clock.instant())))
                .containsExactly(Refusal.of("organisation.join_broken"));
    }

    @Test
    void a_link_taken_back_opens_nothing() {
        Actor owner = cast.anOwner();
        InvitationId id = Cast.theIdOf(registry.invite(owner, new Invite("小周", "", "", false), clock.instant()));
        String link = cast.theLinkOf(owner, id);
        Cast.theIdOf(registry.revoke(owner, id, clock.instant()));
        assertThat(offer(Actor.visitor(), link))
                .isEqualTo(new JoinOffer.Closed(Refusal.of("organisation.join_revoked")));
    }

    @Test
    void an_invitation_of_another_organisation_does_not_exist() {
        Actor owner = cast.anOwner();
        InvitationId id = Cast.theIdOf(registry.invite(owner, new Invite("小周", "", "", false), clock.instant()));
        Actor stranger = cast.anOwner();
        Actor intruder = Cast.actingFor(stranger, owner.organisation().orElseThrow());
        for (Actor other : List.of(stranger, intruder, cast.aColleagueOf(owner))) {
            assertThat(registry.invitation(other, id, clock.instant())).isEqualTo(Optional.empty());
            assertThat(registry.revoke(other, id, clock.instant()).isAccepted()).isFalse();
        }
        assertThat(registry.invitation(owner, id, clock.instant()).orElseThrow().state())
                .isEqualTo(InvitationView.State.OPEN);
    }

    @Test
    void only_owners_invite_and_may_make_further_owners() {
        Actor owner = cast.anOwner();
        Actor colleague = cast.aColleagueOf(owner);
        assertThat(reasons(registry.invite(colleague, new Invite("小吴", "", "", false), clock.instant())))
                .extracting(Refusal::key)
                .containsExactly("organisation.owners_only");
        InvitationId id = Cast.theIdOf(registry.invite(owner, new Invite("小吴", "", "", true), clock.instant()));
        String link = cast.theLinkOf(owner, id);
        Actor second = cast.aNewcomer("小吴");
        Cast.theIdOf(registry.join(second, link, clock.instant()));
        assertThat(memberships.of(second.person().orElseThrow()).get(0).owner()).isTrue();
    }

    @Test
    void a_letter_is_for_the_one_who_sends_it() {
        Actor owner = cast.anOwner();
        InvitationId id = Cast.theIdOf(
                registry.invite(owner, new Invite("小周", "13900001111", "zhou@example.com", false), clock.instant()));
        assertThat(registry.letter(owner, id)).isEmpty();
        assertThat(registry.letter(Actor.system(), id)).get().satisfies(letter -> {
            assertThat(letter.mobile()).isEqualTo("13900001111");
            assertThat(offer(Actor.visitor(), letter.token())).isInstanceOf(JoinOffer.Open.class);
        });
    }

    private JoinOffer offer(Actor viewer, String link) {
        return registry.offer(viewer, link, clock.instant());
    }

    private Callable<Outcome<OrganisationId>> attempt(String link, Actor newcomer) {
        return () -> registry.join(newcomer, link, clock.instant());
    }

    private static List<Refusal> reasons(Outcome<?> outcome) {
        return outcome.fold(done -> List.of(), List::copyOf);
    }
}
