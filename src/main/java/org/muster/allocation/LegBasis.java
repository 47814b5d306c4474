package org.muster.allocation;

import java.time.Instant;

/**
 * By what right a leg of a plan is had.
 *
 * @param arc position of its arc in the plan's order
 * @param authority who ordered it; empty where nobody has to
 * @param document by which document; empty where none is needed
 */
public record LegBasis(
        int arc, LegalBasis basis, String authority, String document, String decidedBy, Instant decidedAt) {

    /** The same for the same leg at another position. */
    LegBasis at(int position) {
        return new LegBasis(position, basis, authority, document, decidedBy, decidedAt);
    }
}
