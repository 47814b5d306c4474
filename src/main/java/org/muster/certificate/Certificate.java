package org.muster.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentId;
import org.muster.organisation.BusinessDay;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A certificate that an organisation shows. Stated, then confirmed or rejected; changed, it is stated anew. */
@Entity
@Table(name = "certificate")
class Certificate {

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private CertificateKind kind;

    private String number;
    private String issuer;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private @Nullable String holder;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scope;

    @Column(name = "scope_text")
    private String scopeText;

    @Convert(converter = CitedStandards.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private List<CitedStandard> standards;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "document_id")
    private @Nullable UUID documentId;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    private int revision;

    @Enumerated(EnumType.STRING)
    @Column(name = "check_state")
    private CheckState checkState;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "warned_days")
    private @Nullable Integer warnedDays;

    @Column(name = "created_by")
    private @Nullable UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "stated_at")
    private Instant statedAt;

    @Version
    private int version;

    /** What its organisation says of it, checked. */
    record Facts(
            CertificateKind kind,
            String number,
            String issuer,
            Relation relation,
            @Nullable String holder,
            List<String> scope,
            String scopeText,
            List<CitedStandard> standards,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable AttachmentId document) {}

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    @SuppressWarnings("NullAway.Init")
    Certificate(OrganisationId organisation, Facts facts, @Nullable PersonId by, Instant now) {
        this.id = CertificateId.create().value();
        this.organisationId = organisation.value();
        this.revision = 1;
        this.checkState = CheckState.STATED;
        this.createdBy = by == null ? null : by.value();
        this.createdAt = now;
        this.statedAt = now;
        take(facts);
    }

    /** Takes over what its organisation says now; tells whether anything is different. */
    boolean change(Facts facts, Instant now) {
        if (facts.equals(facts())) {
            return false;
        }
        take(facts);
        revision++;
        checkState = CheckState.STATED;
        checkedAt = null;
        warnedDays = null;
        statedAt = now;
        return true;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    void confirm(Instant now) {
        checkState = CheckState.CONFIRMED;
        checkedAt = now;
    }

    void reject(Instant now) {
        checkState = CheckState.REJECTED;
        checkedAt = now;
    }

    void warned(int days) {
        warnedDays = days;
    }

    private void take(Facts facts) {
        kind = facts.kind();
        number = facts.number();
        issuer = facts.issuer();
        relation = facts.relation();
        holder = facts.holder();
        scope = List.copyOf(facts.scope());
        scopeText = facts.scopeText();
        standards = List.copyOf(facts.standards());
        validFrom = facts.validFrom();
        validTo = facts.validTo();
        documentId = facts.document() == null ? null : facts.document().value();
    }

    Facts facts() {
        return new Facts(
                kind,
                number,
                issuer,
                relation,
                holder,
                List.copyOf(scope),
                scopeText,
                List.copyOf(standards),
                validFrom,
                validTo,
                document().orElse(null));
    }

    CertificateCard card(String organisationName) {
        CertificateNumber read = CertificateNumber.stored(kind, number);
        return new CertificateCard(
                id(),
                organisation(),
                kind,
                number,
                read.rule(),
                issuer,
                relation,
                Objects.requireNonNullElse(holder, organisationName),
                scope,
                scopeText,
                standards,
                validFrom,
                validTo,
                checkState,
                checkedAt == null ? null : BusinessDay.of(checkedAt),
                documentId != null);
    }

    CertificateId id() {
        return new CertificateId(id);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    Optional<AttachmentId> document() {
        return Optional.ofNullable(documentId).map(AttachmentId::new);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    CheckState check() {
        return checkState;
    }

    int revision() {
        return revision;
    }

    int version() {
        return version;
    }

    Instant statedAt() {
        return statedAt;
    }

    @Nullable LocalDate validTo() {
        return validTo;
    }

    Optional<PersonId> createdBy() {
        return Optional.ofNullable(createdBy).map(PersonId::new);
    }
}
