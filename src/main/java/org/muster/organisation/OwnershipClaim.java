package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** What somebody said to show that an organisation is theirs, and what became of it. */
@Entity
@Table(name = "ownership_claim")
class OwnershipClaim {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "claimant_id")
    private UUID claimantId;

    @Column(name = "into_id")
    private @Nullable UUID intoId;

    private String job;
    private String mobile;

    @Column(name = "credit_code")
    private @Nullable String creditCode;

    private String evidence;

    @Column(name = "document_id")
    private @Nullable UUID documentId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private ClaimStanding state;

    private @Nullable String reason;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @Column(name = "delegated_area")
    private @Nullable String delegatedArea;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected OwnershipClaim() {}

    OwnershipClaim(OrganisationId organisation, PersonId claimant, Said said, Instant now) {
        this.id = UUID.randomUUID();
        this.organisationId = organisation.value();
        this.claimantId = claimant.value();
        this.intoId = said.into() == null ? null : said.into().value();
        this.job = said.job();
        this.mobile = said.mobile();
        this.creditCode = said.creditCode();
        this.evidence = said.evidence();
        this.documentId = said.document() == null ? null : said.document().value();
        this.askedAt = now;
        this.state = ClaimStanding.WAITING;
    }

    /** What the claimant says, checked. */
    record Said(
            @Nullable OrganisationId into,
            String job,
            String mobile,
            @Nullable String creditCode,
            String evidence,
            @Nullable AttachmentId document) {}

    boolean isWaiting() {
        return state == ClaimStanding.WAITING;
    }

    void decide(boolean granted, String why, PersonId by, @Nullable String area, Instant now) {
        state = granted ? ClaimStanding.GRANTED : ClaimStanding.REFUSED;
        reason = why;
        decidedBy = by.value();
        delegatedArea = area;
        decidedAt = now;
    }

    /** Another claim on the same organisation was granted. */
    void overtake(Instant now) {
        state = ClaimStanding.OVERTAKEN;
        decidedAt = now;
    }

    void withdraw(Instant now) {
        state = ClaimStanding.WITHDRAWN;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    PersonId claimant() {
        return new PersonId(claimantId);
    }

    Optional<OrganisationId> into() {
        return Optional.ofNullable(intoId).map(OrganisationId::new);
    }

    String job() {
        return job;
    }

    String mobile() {
        return mobile;
    }

    @Nullable String creditCode() {
        return creditCode;
    }

    String evidence() {
        return evidence;
    }

    Optional<AttachmentId> document() {
        return Optional.ofNullable(documentId).map(AttachmentId::new);
    }

    Instant askedAt() {
        return askedAt;
    }

    ClaimStanding state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<PersonId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(PersonId::new);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
