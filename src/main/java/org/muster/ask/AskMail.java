package org.muster.ask;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of the mail that asks a supplier; known by whoever writes the letters. */
public interface AskMail {

    /** The newest mail of each ask; an ask whose supplier has no mail address is left out. */
    Map<UUID, Standing> of(Collection<UUID> asks);

    /**
     * How one mail fared.
     *
     * @param at when it was sent, refused or tried last; when it was written, where it was not tried
     * @param answer what the mail server said last, with its code; empty where it said nothing
     */
    record Standing(State state, String address, Instant at, String answer) {}

    /** Where a mail stands. */
    enum State {
        /** No mail server is set. */
        NOT_SENT,
        WAITING,
        SENT,
        REFUSED,
        GIVEN_UP,
        /** The ask was over before it could be sent. */
        LAPSED;

        /** Whether somebody has to reach the supplier in another way. */
        public boolean failed() {
            return this == REFUSED || this == GIVEN_UP || this == NOT_SENT;
        }
    }

    /** The mail of one ask. */
    default Optional<Standing> of(UUID ask) {
        return Optional.ofNullable(of(List.of(ask)).get(ask));
    }
}
