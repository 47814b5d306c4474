package org.muster.challenge;

/** It takes no more claims, because it was met or because it was withdrawn. */
public record ChallengeEnded(ChallengeId challenge, ChallengeState state, String reason) implements ChallengeEvent {}
