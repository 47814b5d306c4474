package org.muster.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message to an invited colleague needs. The token opens the door: it goes to the colleague and nowhere else. */
public record InvitationLetter(
        String invitedName,
        @Nullable String mobile,
        @Nullable String email,
        String organisationName,
        String inviterName,
        Instant expiresAt,
        String token) {}
