package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** An organisation asks to be verified; open until an operator decides. */
@Entity
@Table(name = "verification_request")
class VerificationRequest {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "wanted_level")
    private VerificationLevel wanted;

    private String note;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected VerificationRequest() {}

    VerificationRequest(
            OrganisationId organisation, VerificationLevel wanted, String note, PersonId requestedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.organisationId = organisation.value();
        this.wanted = wanted;
        this.note = note;
        this.requestedBy = requestedBy.value();
        this.requestedAt = now;
    }

    void close(Instant now) {
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    VerificationLevel wanted() {
        return wanted;
    }

    String note() {
        return note;
    }

    PersonId requestedBy() {
        return new PersonId(requestedBy);
    }

    Instant requestedAt() {
        return requestedAt;
    }
}
