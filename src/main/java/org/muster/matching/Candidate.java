package org.muster.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Sale;
import org.muster.certificate.Gate;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * A supply that meets every condition of a need.
 *
 * @param supplier whom to ask, also where the listing stays unnamed for who looks
 * @param sale in what measure it is had
 * @param arrives when the first of it can be there
 * @param available the most that can be there in time, in the listing's unit; empty where time is had and no figure is given
 * @param free when it can be had, until it is too late to leave
 * @param converted whether the line has to be converted first
 * @param certificates what passed for each certificate that was asked for
 */
public record Candidate(
        ListingView listing,
        OrganisationId supplier,
        Sale sale,
        Journey journey,
        Instant arrives,
        @Nullable Quantity available,
        List<TimeWindow> free,
        boolean converted,
        List<Gate.Answer> certificates) {

    public Candidate {
        free = List.copyOf(free);
        certificates = List.copyOf(certificates);
    }

    public Optional<Quantity> amount() {
        return Optional.ofNullable(available);
    }
}
