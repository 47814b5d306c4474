package org.muster.paper;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** A paper that was issued is good no more. */
public record PaperVoided(UUID paper, String reason) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "paper";
    }

    @Override
    public UUID aggregateId() {
        return paper;
    }
}
