package org.muster.challenge;

import java.time.LocalDate;
import java.util.Optional;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/**
 * What somebody promised and a coordinator accepted: an offer in the next plan.
 *
 * @param item the key of its term
 * @param listing the claimant's own that it comes from; empty where only the claim stands for it
 * @param quantity what was accepted of it
 * @param placeCode where it comes from
 */
public record AcceptedClaim(
        ClaimId id,
        ChallengeId challenge,
        String item,
        OrganisationId organisation,
        String organisationName,
        Optional<ListingId> listing,
        Quantity quantity,
        Price price,
        LocalDate readyBy,
        ClaimWay way,
        String placeCode) {}
