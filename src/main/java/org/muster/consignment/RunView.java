package org.muster.consignment;

import java.util.List;

/** How an emergency's promises are carried out: what is late first. */
public record RunView(List<Coverage> coverage, List<RunLeg> legs) {

    public RunView {
        coverage = List.copyOf(coverage);
        legs = List.copyOf(legs);
    }
}
