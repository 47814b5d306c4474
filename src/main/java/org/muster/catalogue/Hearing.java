package org.muster.catalogue;

/** Whether a listing still counts, by how long its supplier has said nothing of it. */
public enum Hearing {
    HEARD,
    /** Found, but given away to nobody before its supplier says that it still stands. */
    QUIET,
    /** Not even found any more, unless somebody asks for the silent ones too. */
    LOST;

    public boolean isHeard() {
        return this == HEARD;
    }
}
