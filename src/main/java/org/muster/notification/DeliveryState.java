package org.muster.notification;

/** What became of a letter that goes by mail. */
public enum DeliveryState {
    /** No mail server was set when it was written. */
    KEPT,
    WAITING,
    SENT,
    /** The server will never take it. */
    REFUSED,
    /** Tried as often as is allowed. */
    GIVEN_UP,
    /** What it asks was over before it could be sent. */
    LAPSED;

    /** Whether an operator may have it tried again. */
    public boolean again() {
        return this == KEPT || this == WAITING || this == REFUSED || this == GIVEN_UP;
    }
}
