package org.muster.challenge;

/** Where a challenge stands. A published one whose deadline is over takes no claims any more, and waits for decisions. */
public enum ChallengeState {
    DRAFT,
    PUBLISHED,
    CLOSED,
    WITHDRAWN
}
