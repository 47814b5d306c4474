package org.muster.challenge;

import java.time.Instant;
import org.muster.shared.ListingId;

/**
 * That an organisation was asked to claim.
 *
 * @param listing the line for whose sake it was asked
 */
public record Invitation(ChallengeId challenge, String title, boolean open, ListingId listing, Instant at) {}
