package org.muster.challenge;

import java.time.Instant;

/** A question of a coordinator, or what the claimant answered. */
public record ClaimWord(Instant at, String who, boolean byClaimant, String said) {}
