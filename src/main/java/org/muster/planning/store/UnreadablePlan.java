package org.muster.planning.store;

import org.jspecify.annotations.Nullable;

/** A text that is no plan, or one in a form that this version does not know. */
public final class UnreadablePlan extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadablePlan(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
