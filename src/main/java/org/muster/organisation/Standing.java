package org.muster.organisation;

/** Who speaks for an organisation: its own people, or nobody yet. */
enum Standing {
    REGISTERED,
    PROVISIONAL,
    /** It was found twice, and the other one stayed; it only leads there. */
    MERGED
}
