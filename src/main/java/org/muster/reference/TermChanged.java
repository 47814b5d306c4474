package org.muster.reference;

import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/** An operator changed a term; tells which labels came and went. */
public record TermChanged(UUID aggregateId, String key, TermKind kind, List<String> added, List<String> removed)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "term";
    }
}
