package org.muster.emergency;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** Something that happened to an emergency. */
public sealed interface EmergencyEvent extends DomainEvent
        permits AreaPrioritySet,
                EmergencyChanged,
                EmergencyClosed,
                EmergencyDeclared,
                EmergencyPublished,
                NeedCorrected,
                NeedsJudged,
                NeedsReceived,
                RecipeChanged,
                RecipeTaken,
                RollAnswered,
                RollCalled,
                TaskDone {

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
