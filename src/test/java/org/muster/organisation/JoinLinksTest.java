package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class JoinLinksTest {

    private static final Instant UNTIL = Instant.parse("2026-11-29T08:00:00Z");

    private final JoinLinks links = new JoinLinks(() -> "a key of the tests that is long enough");

    @Test
    void a_link_tells_what_it_was_made_for() {
        InvitationId invitation = InvitationId.create();
        assertThat(links.read(links.token(invitation, UNTIL))).contains(new JoinLinks.Carried(invitation, UNTIL));
    }

    @Test
    void a_link_changed_in_any_bit_opens_nothing() {
        byte[] token = Base64.getUrlDecoder().decode(links.token(InvitationId.create(), UNTIL));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void a_link_made_with_another_key_opens_nothing() {
        var others = new JoinLinks(() -> "another key of the tests, long enough too");
        assertThat(links.read(others.token(InvitationId.create(), UNTIL))).isEmpty();
    }

    @Test
    void half_a_link_and_no_link_open_nothing() {
        String token = links.token(InvitationId.create(), UNTIL);
        assertThat(links.read(token.substring(0, 20))).isEmpty();
        assertThat(links.read("")).isEmpty();
        assertThat(links.read("不是链接")).isEmpty();
    }

    @Test
    void a_short_key_is_refused_at_the_start() {
        assertThatThrownBy(() -> new JoinLinks(() -> "short")).hasMessageContaining("muster.signing.key");
    }
}
