package org.muster.emergency;

import java.util.List;
import java.util.UUID;

/** Somebody said what becomes of flagged needs. */
public record NeedsJudged(EmergencyId emergency, List<UUID> needs, NeedState state, String reason)
        implements EmergencyEvent {
    public NeedsJudged {
        needs = List.copyOf(needs);
    }
}
