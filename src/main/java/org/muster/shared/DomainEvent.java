package org.muster.shared;

import java.util.UUID;

/** Something that happened, told in the past tense; written in the transaction that made it true and told to others after it. */
public interface DomainEvent {

    /** The kind of thing it happened to, such as {@code listing}; events of one thing are told in order. */
    String aggregateKind();

    UUID aggregateId();

    /** What the trail calls it; an event that tells of several kinds of steps names each. */
    default String deed() {
        return getClass().getSimpleName();
    }
}
