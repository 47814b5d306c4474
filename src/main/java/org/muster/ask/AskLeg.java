package org.muster.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.LegalBasis;
import org.muster.allocation.PlannedLeg;
import org.muster.planning.PlanRunId;
import org.muster.reservation.Claim;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;

/**
 * What somebody is to be asked for.
 *
 * @param run null when it comes from no plan
 * @param thingZh what it is for
 * @param place the code of the place where it has to be
 */
public record AskLeg(
        @Nullable PlanRunId run,
        int arc,
        OrganisationId supplier,
        ListingId listing,
        String title,
        Claim claim,
        Optional<Price> price,
        String thingZh,
        String thingEn,
        String place,
        Instant neededBy,
        LegalBasis basis,
        String authority,
        String document,
        List<PlannedLeg.Standby> standbys) {

    public AskLeg {
        standbys = List.copyOf(standbys);
    }

    static AskLeg of(PlannedLeg leg) {
        return new AskLeg(
                leg.run(),
                leg.arc(),
                leg.supplier(),
                leg.listing(),
                leg.title(),
                leg.claim(),
                leg.price(),
                leg.requirementName().zh(),
                leg.requirementName().en(),
                leg.place(),
                leg.neededBy(),
                leg.basis().basis(),
                leg.basis().authority(),
                leg.basis().document(),
                leg.standbys());
    }
}
