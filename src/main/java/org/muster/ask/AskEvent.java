package org.muster.ask;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.DomainEvent;

/** Something that happened to what an emergency asks of suppliers; told in order for each emergency. */
public sealed interface AskEvent extends DomainEvent
        permits AskSent, AskMailed, AskReminded, AskAnswered, AskExpired, StandbyWarned {

    EmergencyId emergency();

    @Override
    default String aggregateKind() {
        return "emergency";
    }

    @Override
    default UUID aggregateId() {
        return emergency().value();
    }
}
