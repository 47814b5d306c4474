package org.muster.reservation;

import java.util.List;

/**
 * What came of deriving the ledger's parts from each other.
 *
 * @param entries how many entries of the history were read
 * @param taken how many rows say what is taken now
 * @param differences the first of them; none when every part follows from the others
 */
public record Proof(long entries, long taken, List<Difference> differences) {
    public Proof {
        differences = List.copyOf(differences);
    }

    public boolean holds() {
        return differences.isEmpty();
    }

    /**
     * Something that does not follow.
     *
     * @param rule which rule is broken, as a name for people: {@code occupancy follows from the entries}
     * @param subject the claim, listing, day or hold that it speaks of
     */
    public record Difference(String rule, String subject, String expected, String found) {}
}
