package org.muster.crash;

import java.util.List;

/** What a client heard of one attempt. */
sealed interface Answer {

    /** The ledger said yes. */
    record Done(String hold) implements Answer {}

    /** The ledger said no, and why: nothing may have come of it, now or later. */
    record Refused(List<String> causes) implements Answer {
        public Refused {
            causes = List.copyOf(causes);
        }
    }

    /** Nothing was heard, or only that something broke: it may have been done or not. */
    record Unknown(String how) implements Answer {}
}
