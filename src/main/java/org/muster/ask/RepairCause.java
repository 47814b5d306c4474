package org.muster.ask;

import java.util.UUID;

/**
 * What a plan has to be repaired for.
 *
 * @param cause what was said: the name of an {@link AskState}, or of a {@link Loss}; or {@link #PARTLY_REJECTED} and how much, so that more of it is
 *     another cause
 * @param note in the words of whoever said it; may be empty
 */
public record RepairCause(UUID ask, String supplier, String thingZh, String thingEn, String cause, String note) {

    static final String PARTLY_REJECTED = "PARTLY_REJECTED";

    /** Without how much. */
    public static String kind(String cause) {
        return cause.startsWith(PARTLY_REJECTED) ? PARTLY_REJECTED : cause;
    }
}
