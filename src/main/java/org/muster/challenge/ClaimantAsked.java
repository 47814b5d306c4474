package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** A coordinator wants to know something of a claim. */
public record ClaimantAsked(
        ChallengeId challenge, ClaimId claim, OrganisationId organisation, String title, String question)
        implements ChallengeEvent {}
