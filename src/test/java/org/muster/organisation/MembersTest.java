package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

@QuarkusTest
class MembersTest {

    @Inject
    OrganisationRegistry registry;

    @Inject
    Memberships memberships;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void an_owner_hands_over_and_then_may_leave() {
        Actor owner = cast.anOwner();
        Actor colleague = cast.aColleagueOf(owner);
        assertThat(registry.leave(owner, clock.instant()).reasons())
                .containsExactly(Refusal.of("belonging.last_owner_cannot_leave"));

        assertThat(registry.makeOwner(owner, idOf(colleague), true, clock.instant())
                        .isAccepted())
                .isTrue();
        assertThat(registry.leave(owner, clock.instant()).isAccepted()).isTrue();

        assertThat(memberships.of(idOf(owner))).isEmpty();
        assertThat(memberships.of(idOf(colleague)))
                .singleElement()
                .satisfies(one -> assertThat(one.owner()).isTrue());
        assertThat(registry.colleagues(owner)).isEmpty();
    }

    @Test
    void the_last_owner_stays_an_owner() {
        Actor owner = cast.anOwner();
        assertThat(registry.makeOwner(owner, idOf(owner), false, clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.last_owner_stays_owner"));
        assertThat(registry.colleagues(owner).orElseThrow().mayLeave()).isFalse();
    }

    @Test
    void a_colleague_manages_nobody_but_may_leave() {
        Actor owner = cast.anOwner();
        Actor colleague = cast.aColleagueOf(owner);
        assertThat(registry.makeOwner(colleague, idOf(colleague), true, clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.not_found"));
        assertThat(registry.removeMember(colleague, idOf(owner), clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.not_found"));
        assertThat(registry.leave(colleague, clock.instant()).isAccepted()).isTrue();
        assertThat(registry.colleagues(owner).orElseThrow().lines()).hasSize(1);
    }

    @Test
    void nobody_manages_another_organisation() {
        Actor stranger = cast.anOwner();
        Actor owner = cast.anOwner();
        Actor colleague = cast.aColleagueOf(owner);
        assertThat(registry.removeMember(stranger, idOf(colleague), clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.not_found"));
        assertThat(memberships.of(idOf(colleague))).hasSize(1);
    }

    @Test
    void whoever_is_removed_acts_for_it_no_more_and_their_links_open_nothing() {
        Actor owner = cast.anOwner();
        Actor second = cast.aColleagueOf(owner);
        Cast.theIdOf(registry.makeOwner(owner, idOf(second), true, clock.instant()));
        String link = cast.aLinkFrom(second);

        assertThat(registry.removeMember(owner, idOf(second), clock.instant()).isAccepted())
                .isTrue();

        assertThat(memberships.of(idOf(second))).isEmpty();
        assertThat(registry.offer(Actor.visitor(), link, clock.instant()))
                .isEqualTo(new JoinOffer.Closed(Refusal.of("organisation.join_revoked")));
    }

    @Test
    void of_two_owners_who_leave_at_once_one_stays() throws Exception {
        Actor first = cast.anOwner();
        Actor second = cast.aColleagueOf(first);
        Cast.theIdOf(registry.makeOwner(first, idOf(second), true, clock.instant()));
        List<Callable<Outcome<OrganisationId>>> attempts =
                List.of(() -> registry.leave(first, clock.instant()), () -> registry.leave(second, clock.instant()));
        ExecutorService atOnce = Executors.newFixedThreadPool(attempts.size());
        try {
            int gone = 0;
            for (Future<Outcome<OrganisationId>> answer : atOnce.invokeAll(attempts)) {
                gone += answer.get().isAccepted() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(1);
        } finally {
            atOnce.shutdownNow();
        }
    }

    private static PersonId idOf(Actor actor) {
        return actor.person().orElseThrow();
    }
}
