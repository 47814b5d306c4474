package org.muster.challenge;

import java.time.Instant;

/** Something that became of a challenge. */
public record ChallengeEntry(Instant at, String who, Deed deed, String detail) {

    /** What was done. */
    public enum Deed {
        DRAFTED,
        CHANGED,
        PUBLISHED,
        CLOSED,
        WITHDRAWN,
        INVITED,
        CLAIMED,
        CLAIM_CHANGED,
        CLAIM_WITHDRAWN,
        ASKED,
        ANSWERED,
        ACCEPTED,
        DECLINED
    }
}
