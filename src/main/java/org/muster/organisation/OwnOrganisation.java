package org.muster.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The organisation somebody acts for, as its own people see it.
 *
 * @param mayManage whether the viewer owns it: changes the profile, invites, asks for verification
 * @param openRequest the verification that waits for an operator
 * @param mayAskForVerification no request waits, and a credit code is there
 * @param lookalikes provisional organisations of the same name, known from public lists
 */
public record OwnOrganisation(
        OrganisationCard card,
        int version,
        @Nullable String mobile,
        @Nullable String email,
        @Nullable String creditCode,
        boolean creditCodeFixed,
        String makes,
        boolean divisionCorrected,
        SiteCard site,
        boolean mayManage,
        List<MemberCard> members,
        List<InvitationView> invitations,
        Optional<OpenRequest> openRequest,
        boolean mayAskForVerification,
        List<DecisionView> decisions,
        List<OrganisationCard> lookalikes) {

    /** A request that waits. */
    public record OpenRequest(VerificationLevel wanted, String note, Instant requestedAt) {}

    /**
     * What was decided.
     *
     * @param validUntil null unless something was granted or proposed
     * @param proposedBy the first of two persons, where it took two
     * @param delegatedArea the area by which a liaison decided; null for an operator
     */
    public record DecisionView(
            Verdict verdict,
            VerificationLevel level,
            String reason,
            @Nullable LocalDate validUntil,
            String decidedBy,
            Instant decidedAt,
            @Nullable String proposedBy,
            @Nullable String delegatedArea) {}
}
