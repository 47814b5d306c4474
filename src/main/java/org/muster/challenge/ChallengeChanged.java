package org.muster.challenge;

/** It says something else now. */
public record ChallengeChanged(ChallengeId challenge, String title) implements ChallengeEvent {}
