package org.muster.notification;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** Somebody had a letter that was not taken tried once more. */
public record LetterTriedAgain(UUID letter, String to) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "letter";
    }

    @Override
    public UUID aggregateId() {
        return letter;
    }
}
