package org.muster.allocation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.matching.Candidate;
import org.muster.matching.Matches;
import org.muster.matching.NearMiss;
import org.muster.shared.ListingId;

/**
 * What matching found for all the needs of one requirement, each listing once: one that meets any of them is a candidate, and of the others the need
 * counts that it misses least.
 *
 * @param looked how many different listings there are
 */
record Found(Map<ListingId, Candidate> candidates, List<NearMiss> nearMisses, int looked) {

    static Found of(Collection<Matches> matches) {
        Map<ListingId, Candidate> candidates = new LinkedHashMap<>();
        Map<ListingId, NearMiss> near = new LinkedHashMap<>();
        for (Matches of : matches) {
            of.candidates().forEach(one -> candidates.putIfAbsent(one.listing().id(), one));
            of.nearMisses()
                    .forEach(one -> near.merge(
                            one.listing().id(),
                            one,
                            (a, b) -> b.misses().size() < a.misses().size() ? b : a));
        }
        near.keySet().removeAll(candidates.keySet());
        return new Found(candidates, List.copyOf(near.values()), candidates.size() + near.size());
    }
}
