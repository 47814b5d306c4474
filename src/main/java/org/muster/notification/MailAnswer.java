package org.muster.notification;

import java.util.Optional;

/**
 * What a mail server said to a letter.
 *
 * @param code of SMTP; empty where the server said nothing
 */
public record MailAnswer(Kind kind, Optional<Integer> code, String text) {

    /** What follows from it. */
    public enum Kind {
        TAKEN,
        /** It may be taken later. */
        LATER,
        /** The server is away, or lets nobody in: no other letter would fare better now. */
        AWAY,
        /** It will never be taken. */
        NEVER
    }

    private static final int LONGEST = 500;

    public MailAnswer {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
