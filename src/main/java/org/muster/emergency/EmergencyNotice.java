package org.muster.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What everybody may know of a published emergency: what it is, who ordered it, who comes first. Nothing of needs, people or plans. */
public record EmergencyNotice(
        EmergencyId id,
        String name,
        EmergencyKind kind,
        List<EmergencyView.AreaView> areas,
        String authority,
        String document,
        String priorityRule,
        Optional<String> arbiter,
        Optional<String> arbiterReason,
        Instant startsAt,
        boolean open) {

    public EmergencyNotice {
        areas = List.copyOf(areas);
    }

    static EmergencyNotice of(EmergencyView view) {
        return new EmergencyNotice(
                view.id(),
                view.name(),
                view.kind(),
                view.areas(),
                view.authority(),
                view.document(),
                view.priorityRule(),
                view.arbiter(),
                view.arbiterReason(),
                view.startsAt(),
                view.open());
    }
}
