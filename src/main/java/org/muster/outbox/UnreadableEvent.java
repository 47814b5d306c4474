package org.muster.outbox;

import org.jspecify.annotations.Nullable;

/** An event written by another release that this one cannot read. */
class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
