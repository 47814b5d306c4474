package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** An organisation withdrew its claim. */
public record ClaimTakenBack(ChallengeId challenge, ClaimId claim, OrganisationId organisation)
        implements ChallengeEvent {}
