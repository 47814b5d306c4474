package org.muster.emergency;

import java.util.Optional;
import java.util.UUID;

/** Which needs to show; everything that is empty lets all pass. */
public record NeedFilter(Optional<NeedState> state, Optional<NeedRule> rule, Optional<UUID> intake) {

    public static NeedFilter of(NeedState state) {
        return new NeedFilter(Optional.of(state), Optional.empty(), Optional.empty());
    }

    public static NeedFilter of(UUID intake) {
        return new NeedFilter(Optional.empty(), Optional.empty(), Optional.of(intake));
    }
}
