package org.muster.challenge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.attachment.AttachmentCard;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Price;
import org.muster.shared.Quantity;

/**
 * A claim as its claimant and the coordinators see it.
 *
 * @param listing of the claimant's own that it comes from
 * @param offer the listing that was opened for what was accepted of it
 * @param accepted how much of it was accepted
 * @param figures what it says of each limit, by the limit's name
 * @param words questions and answers, the first first
 * @param decidedBy who accepted or declined it
 */
public record ClaimView(
        ClaimId id,
        ChallengeId challenge,
        OrganisationId organisation,
        Optional<ListingId> listing,
        Optional<ListingId> offer,
        Quantity quantity,
        Optional<Quantity> accepted,
        Price price,
        LocalDate readyBy,
        ClaimWay way,
        String certificates,
        String notes,
        Map<String, BigDecimal> figures,
        List<AttachmentCard> evidence,
        ClaimState state,
        String claimedBy,
        Instant claimedAt,
        Instant changedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        List<ClaimWord> words) {

    public ClaimView {
        figures = Map.copyOf(figures);
        evidence = List.copyOf(evidence);
        words = List.copyOf(words);
    }

    /** Whether a question waits for the claimant's answer. */
    public boolean owesAnswer() {
        return state == ClaimState.MADE
                && !words.isEmpty()
                && !words.get(words.size() - 1).byClaimant();
    }
}
