package org.muster.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.PersonId;

/** Who looked at which revision of a certificate, when, and on what proof. Never changed afterwards. */
@Entity
@Table(name = "certificate_check")
class CertificateCheck {

    @Id
    private UUID id;

    @Column(name = "certificate_id")
    private UUID certificateId;

    private int revision;

    @Enumerated(EnumType.STRING)
    private CheckVerdict verdict;

    private String proof;

    @Column(name = "document_sha256")
    private @Nullable String documentSha256;

    @Column(name = "checked_by")
    private UUID checkedBy;

    @Column(name = "delegated_area", columnDefinition = "char(6)")
    private @Nullable String delegatedArea;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @SuppressWarnings("NullAway.Init")
    protected CertificateCheck() {}

    CertificateCheck(
            Certificate certificate,
            CheckVerdict verdict,
            String proof,
            @Nullable String documentSha256,
            PersonId checkedBy,
            @Nullable String delegatedArea,
            Instant now) {
        this.id = UUID.randomUUID();
        this.certificateId = certificate.id().value();
        this.revision = certificate.revision();
        this.verdict = verdict;
        this.proof = proof;
        this.documentSha256 = documentSha256;
        this.checkedBy = checkedBy.value();
        this.delegatedArea = delegatedArea;
        this.checkedAt = now;
    }

    UUID certificate() {
        return certificateId;
    }

    CheckVerdict verdict() {
        return verdict;
    }

    String proof() {
        return proof;
    }

    int revision() {
        return revision;
    }

    PersonId checkedBy() {
        return new PersonId(checkedBy);
    }

    @Nullable String delegatedArea() {
        return delegatedArea;
    }

    @Nullable String documentSha256() {
        return documentSha256;
    }

    Instant checkedAt() {
        return checkedAt;
    }
}
