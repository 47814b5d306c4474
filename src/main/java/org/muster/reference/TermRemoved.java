package org.muster.reference;

import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/** An operator took a term out of the glossary, and why. */
public record TermRemoved(UUID aggregateId, String key, List<String> labels, String reason) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "term";
    }
}
