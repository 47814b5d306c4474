package org.muster.emergency.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyKind;
import org.muster.emergency.EmergencyView;

/**
 * What stands above every page of an emergency.
 *
 * @param closing who ended it and why; null while it runs
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
        EmergencyView.@Nullable Closing closing,
        boolean drill,
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
