package org.muster.closure;

import java.util.List;
import org.muster.ask.AskView;

/**
 * What an emergency still holds of others.
 *
 * @param waiting held, and promised by nobody yet
 * @param promised promised, and neither delivered nor given back
 */
public record OpenEnds(List<AskView> waiting, List<AskView> promised) {

    public OpenEnds {
        waiting = List.copyOf(waiting);
        promised = List.copyOf(promised);
    }

    public boolean any() {
        return !waiting.isEmpty() || !promised.isEmpty();
    }
}
