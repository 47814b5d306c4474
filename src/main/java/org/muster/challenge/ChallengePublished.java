package org.muster.challenge;

/** Everybody may read it, and claim. */
public record ChallengePublished(ChallengeId challenge, String title) implements ChallengeEvent {}
