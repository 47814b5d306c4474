package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** An organisation says something else of what it can bring. */
public record ClaimChanged(ChallengeId challenge, ClaimId claim, OrganisationId organisation, String quantity)
        implements ChallengeEvent {}
