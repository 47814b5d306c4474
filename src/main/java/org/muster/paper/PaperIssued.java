package org.muster.paper;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** A paper was issued. */
public record PaperIssued(UUID paper, PaperKind kind, String document, String to) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "paper";
    }

    @Override
    public UUID aggregateId() {
        return paper;
    }
}
