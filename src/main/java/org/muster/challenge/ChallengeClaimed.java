package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** An organisation says that it can bring so much. */
public record ChallengeClaimed(ChallengeId challenge, ClaimId claim, OrganisationId organisation, String quantity)
        implements ChallengeEvent {}
