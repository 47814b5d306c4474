package org.muster.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.planning.PlanRunId;
import org.muster.recipe.Bilingual;
import org.muster.reservation.Claim;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * One line of a plan, ready to be asked for.
 *
 * @param arc position of its arc in the plan's order; with the run it names the leg
 * @param claim what to hold of the ledger, in the supplier's unit
 * @param quantity in the supplier's unit
 * @param window when it is had; empty for what is had from a lot at any time
 * @param price what the supplier said; empty where it did not
 * @param requirement the key of the requirement that it carries, and its name
 * @param place the place code it has to get to
 * @param neededBy when it has to be there
 * @param standbys others that could carry the same, the plan's hedges first
 */
public record PlannedLeg(
        PlanRunId run,
        int arc,
        OrganisationId supplier,
        String supplierName,
        ListingId listing,
        String title,
        Claim claim,
        Quantity quantity,
        Optional<TimeWindow> window,
        Optional<Price> price,
        LegBasis basis,
        String requirement,
        Bilingual requirementName,
        String place,
        Instant neededBy,
        List<Standby> standbys) {

    public PlannedLeg {
        standbys = List.copyOf(standbys);
    }

    /**
     * @param arc position of its arc in the plan's order
     * @param hedge whether the plan itself says that it makes success likelier
     */
    public record Standby(
            int arc, OrganisationId supplier, String supplierName, ListingId listing, String title, boolean hedge) {}
}
