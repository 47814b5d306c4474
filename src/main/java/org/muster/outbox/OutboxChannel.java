package org.muster.outbox;

import java.util.List;
import java.util.Set;
import org.muster.shared.DomainEvent;

/**
 * Somebody who wants to be told of events after they were committed: the search index, the mailbox, the identity provider. A CDI bean.
 *
 * <p>Told at least once, so being told twice must do no harm. Events of one thing come in order; a batch holds at most one of each thing.
 * The call runs in a transaction of its own, which is committed together with the mark that these events were delivered: rows written
 * here are written exactly once. Throw {@link ChannelUnavailable} when nothing can be delivered now, and nothing is counted as a failure;
 * any other exception makes the events be tried one by one, later and later, and at last put aside for an operator.
 */
public interface OutboxChannel {

    /** Stable: it is written beside each delivery. */
    String name();

    /** The events it wants; a sealed interface stands for all its records. */
    Set<Class<? extends DomainEvent>> listensTo();

    void deliver(List<DomainEvent> batch) throws Exception;
}
