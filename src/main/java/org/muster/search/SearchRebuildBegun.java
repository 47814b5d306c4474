package org.muster.search;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** An operator had the search index built anew. */
public record SearchRebuildBegun(UUID id, String by) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "search-index";
    }

    @Override
    public UUID aggregateId() {
        return id;
    }
}
