package org.muster.emergency.web;

import java.time.Instant;
import java.util.List;
import org.muster.emergency.EmergencyKind;

/**
 * What stands above every page of an emergency.
 *
 * @param tab which of its pages this is
 */
public record Head(
        String id,
        String name,
        EmergencyKind kind,
        String areas,
        boolean open,
        boolean published,
        List<Clock> clocks,
        String tab) {

    /** @param left how much time is left, or by how much it is over, in words */
    public record Clock(String label, Instant by, String left, boolean over) {}

    public Head {
        clocks = List.copyOf(clocks);
    }

    public String url() {
        return "/emergencies/" + id;
    }
}
