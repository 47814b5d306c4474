package org.muster.reservation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to hold several things, all or none.
 *
 * @param key chosen by whoever asks, the same for each repetition of one request; the same key gets the same answer
 * @param until when the hold ends by itself; null for the usual time
 * @param reason what it is for, in the holder's words; may be empty
 */
public record HoldRequest(
        String key, List<Claim> claims, @Nullable Instant until, String reason) {
    public HoldRequest {
        claims = List.copyOf(claims);
    }
}
