package org.muster.challenge;

/** Somebody wrote down what is wanted; nobody else sees it yet. */
public record ChallengeDrafted(ChallengeId challenge, String title, String item) implements ChallengeEvent {}
