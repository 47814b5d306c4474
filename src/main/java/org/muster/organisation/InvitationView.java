package org.muster.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the organisation's own people see it.
 *
 * @param token what the link carries; only while it is open, and only for owners
 */
public record InvitationView(
        InvitationId id,
        String invitedName,
        @Nullable String mobile,
        @Nullable String email,
        boolean owner,
        String inviterName,
        State state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable String token) {

    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED
    }
}
