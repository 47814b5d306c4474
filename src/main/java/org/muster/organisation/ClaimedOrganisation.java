package org.muster.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;

/** A claim on an organisation known from a list, as its claimant and as those who decide see it. */
public record ClaimedOrganisation(
        UUID id,
        OrganisationCard organisation,
        String makes,
        String claimant,
        String job,
        String mobile,
        @Nullable String creditCode,
        String evidence,
        Optional<AttachmentCard> document,
        Optional<OrganisationCard> into,
        Instant askedAt,
        ClaimStanding state,
        String reason,
        String decidedBy,
        Optional<Instant> decidedAt,
        boolean mayDecide,
        List<String> rivals) {}
