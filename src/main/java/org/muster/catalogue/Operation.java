package org.muster.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing a line does, with its rate where the supplier gave one. */
public record Operation(String name, @Nullable Rate rate) {

    public Optional<Rate> statedRate() {
        return Optional.ofNullable(rate);
    }
}
