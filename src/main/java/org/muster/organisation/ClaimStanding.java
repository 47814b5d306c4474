package org.muster.organisation;

/** What became of a claim on an organisation known from a list. */
public enum ClaimStanding {
    WAITING,
    GRANTED,
    REFUSED,
    /** By the claimant. */
    WITHDRAWN,
    /** Somebody else's was granted. */
    OVERTAKEN
}
