package org.muster.matching;

import java.util.List;

/**
 * What was found for one need.
 *
 * @param candidates those that can be there first come first
 * @param nearMisses those that fail least come first
 * @param considered how many listings were looked at
 */
public record Matches(Need need, List<Candidate> candidates, List<NearMiss> nearMisses, int considered) {

    public Matches {
        candidates = List.copyOf(candidates);
        nearMisses = List.copyOf(nearMisses);
    }
}
