package org.muster.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An emergency as its coordinators see it.
 *
 * @param areas in the order they were declared
 * @param lead whom everybody calls first
 * @param deputies in the order in which silence rises to them
 * @param arbiter who set which area comes first; empty as long as all are equal
 * @param allocateBy until when everything that is needed is promised
 * @param firstPieceBy until when the first good piece is made
 * @param version what a change has to name, so that nobody writes over what somebody else changed meanwhile
 * @param drill whether it is only rehearsed: nothing is held, and nobody outside is asked or told
 * @param releaseBy until when goods that have to rest are released; empty when nothing has to
 */
public record EmergencyView(
        EmergencyId id,
        String name,
        EmergencyKind kind,
        List<AreaView> areas,
        String authority,
        String document,
        OnDuty lead,
        List<OnDuty> deputies,
        String priorityRule,
        Optional<String> arbiter,
        Optional<String> arbiterReason,
        Duration answerWithin,
        Duration remindAfter,
        Instant startsAt,
        Instant allocateBy,
        Instant firstPieceBy,
        Optional<Instant> releaseBy,
        boolean open,
        Optional<Instant> publishedAt,
        String declaredBy,
        Instant declaredAt,
        Optional<Closing> closing,
        int version,
        boolean drill) {

    /** @param priority 1 comes first */
    public record AreaView(String placeCode, int priority) {}

    /** Who ended it, when and why. */
    public record Closing(Instant at, String by, String reason) {}

    public record OnDuty(String name, String mobile) {}

    public EmergencyView {
        areas = List.copyOf(areas);
        deputies = List.copyOf(deputies);
    }

    public boolean isPublished() {
        return publishedAt.isPresent();
    }

    /** Whether institutions may say by themselves what they need. */
    public boolean takesNeeds() {
        return open && isPublished();
    }
}
