package org.muster.challenge;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** Something that happened to a challenge. */
public interface ChallengeEvent extends DomainEvent {

    ChallengeId challenge();

    @Override
    default String aggregateKind() {
        return "challenge";
    }

    @Override
    default UUID aggregateId() {
        return challenge().value();
    }
}
