package org.muster.organisation;

/** Who speaks for an organisation: its own people, or nobody yet. */
enum Standing {
    REGISTERED,
    PROVISIONAL
}
