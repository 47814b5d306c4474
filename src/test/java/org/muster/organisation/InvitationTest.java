package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final PersonId colleague = PersonId.create();
    private final Invitation invitation =
            new Invitation(OrganisationId.create(), "小周", null, null, Member.Part.COLLEAGUE, PersonId.create(), NOW);

    @Test
    void it_is_good_for_a_week_to_the_second() {
        assertThat(invitation.closedAt(NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isEmpty();
        assertThat(invitation.closedAt(NOW.plus(Duration.ofDays(7)))).contains(Refusal.of("organisation.join_expired"));
    }

    @Test
    void it_is_good_for_one_use() {
        assertThat(invitation.useBy(colleague, NOW).isAccepted()).isTrue();
        assertThat(invitation.closedAt(NOW)).contains(Refusal.of("organisation.join_used"));
        assertThat(invitation.useBy(PersonId.create(), NOW).isAccepted()).isFalse();
    }

    @Test
    void taken_back_it_opens_nothing() {
        assertThat(invitation.revoke(NOW).isAccepted()).isTrue();
        assertThat(invitation.useBy(colleague, NOW).isAccepted()).isFalse();
        assertThat(invitation.closedAt(NOW)).contains(Refusal.of("organisation.join_revoked"));
    }

    @Test
    void what_was_used_cannot_be_taken_back() {
        invitation.useBy(colleague, NOW);
        assertThat(invitation.revoke(NOW).isAccepted()).isFalse();
    }
}
