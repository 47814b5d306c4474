package org.muster.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;

/**
 * All that an operator needs to decide about one organisation.
 *
 * @param registeringDivision the six digits of the credit code that name where it was registered
 * @param verdicts what can be decided now
 * @param proposed whether the highest level was proposed and waits for a second person
 * @param delegatedArea the area by which a liaison may decide; empty for an operator
 */
public record VerificationCase(
        OrganisationCard card,
        OrganisationProfile.Contacts contacts,
        @Nullable String registeringDivision,
        @Nullable String organisationCode,
        String makes,
        List<SiteCard> sites,
        List<MemberCard> members,
        Instant registeredAt,
        Optional<Request> request,
        List<OwnOrganisation.DecisionView> decisions,
        List<Verdict> verdicts,
        boolean proposed,
        Optional<String> delegatedArea,
        LocalDate proposedValidUntil,
        LocalDate latestValidUntil) {

    /** The request that waits, and who asked. */
    public record Request(UUID id, VerificationLevel wanted, String note, String requestedBy, Instant requestedAt) {}

    /** One line of the queue. */
    public record Waiting(
            OrganisationId organisation,
            String organisationName,
            VerificationLevel standing,
            VerificationLevel wanted,
            String placeCode,
            Instant requestedAt,
            boolean proposed) {}
}
