package org.muster.challenge;

import org.muster.shared.OrganisationId;

/** A maker whose line could be changed over was asked to claim. */
public record MakerInvited(ChallengeId challenge, OrganisationId organisation, String title, String wanted)
        implements ChallengeEvent {}
