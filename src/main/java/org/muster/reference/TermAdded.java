package org.muster.reference;

import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/** An operator added a term to the glossary. */
public record TermAdded(UUID aggregateId, String key, TermKind kind, List<String> labels) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "term";
    }
}
