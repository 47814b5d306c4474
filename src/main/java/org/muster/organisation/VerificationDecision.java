package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** What an operator decided, when and why. Never changed afterwards; a later decision stands beside it. */
@Entity
@Table(name = "verification_decision")
class VerificationDecision {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "request_id")
    private @Nullable UUID requestId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    /** The level the organisation has after it. */
    @Enumerated(EnumType.STRING)
    private VerificationLevel level;

    private String reason;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @Column(name = "decided_by")
    private UUID decidedBy;

    /** The first of the two persons, where it takes two. */
    @Column(name = "proposed_by")
    private @Nullable UUID proposedBy;

    /** The area by which a liaison decided; empty for operators. */
    @Column(name = "delegated_area", columnDefinition = "char(6)")
    private @Nullable String delegatedArea;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected VerificationDecision() {}

    VerificationDecision(
            OrganisationId organisation,
            @Nullable UUID requestId,
            Verdict verdict,
            VerificationLevel level,
            String reason,
            @Nullable LocalDate validUntil,
            PersonId decidedBy,
            @Nullable PersonId proposedBy,
            @Nullable String delegatedArea,
            Instant now) {
        this.id = UUID.randomUUID();
        this.organisationId = organisation.value();
        this.requestId = requestId;
        this.verdict = verdict;
        this.level = level;
        this.reason = reason;
        this.validUntil = validUntil;
        this.decidedBy = decidedBy.value();
        this.proposedBy = proposedBy == null ? null : proposedBy.value();
        this.delegatedArea = delegatedArea;
        this.decidedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    Verdict verdict() {
        return verdict;
    }

    VerificationLevel level() {
        return level;
    }

    String reason() {
        return reason;
    }

    Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    PersonId decidedBy() {
        return new PersonId(decidedBy);
    }

    Optional<PersonId> proposedBy() {
        return Optional.ofNullable(proposedBy).map(PersonId::new);
    }

    Optional<String> delegatedArea() {
        return Optional.ofNullable(delegatedArea);
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
