package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** The claimant answered. */
public record ClaimantAnswered(ChallengeId challenge, ClaimId claim, OrganisationId organisation)
        implements ChallengeEvent {}
