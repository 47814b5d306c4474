package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** A coordinator accepted or declined a claim.
 *
 * @param reason empty where none was given
 */
public record ClaimDecided(
        ChallengeId challenge,
        ClaimId claim,
        OrganisationId organisation,
        String title,
        boolean accepted,
        String reason)
        implements ChallengeEvent {}
