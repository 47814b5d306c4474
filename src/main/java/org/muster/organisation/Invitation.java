package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** An offer to one colleague to join, good for one use within a week. */
@Entity
@Table(name = "invitation")
class Invitation {

    /** Long enough for a holiday, short enough that a link forgotten in a chat dies. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    @Id
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "invited_name")
    private String invitedName;

    private @Nullable String mobile;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing")
    private Member.Part part;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_by")
    private @Nullable UUID usedBy;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    Invitation(
            OrganisationId organisation,
            String invitedName,
            @Nullable String mobile,
            @Nullable String email,
            Member.Part part,
            PersonId createdBy,
            Instant now) {
        this.id = InvitationId.create().value();
        this.organisationId = organisation.value();
        this.invitedName = invitedName;
        this.mobile = mobile;
        this.email = email;
        this.part = part;
        this.createdBy = createdBy.value();
        this.createdAt = now;
        // Whole seconds: the link carries this moment, and what it carries is what is stored.
        this.expiresAt = now.plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Why it opens no door any more, if it does not. */
    Optional<Refusal> closedAt(Instant now) {
        if (usedAt != null) {
            return Optional.of(Refusal.of("organisation.join_used"));
        }
        if (revokedAt != null) {
            return Optional.of(Refusal.of("organisation.join_revoked"));
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of(Refusal.of("organisation.join_expired"));
        }
        return Optional.empty();
    }

    Outcome<Invitation> useBy(PersonId person, Instant now) {
        Optional<Refusal> closed = closedAt(now);
        if (closed.isPresent()) {
            return Outcome.refused(closed.get());
        }
        usedBy = person.value();
        usedAt = now;
        return Outcome.accepted(this);
    }

    Outcome<Invitation> revoke(Instant now) {
        if (usedAt != null) {
            return Outcome.refused(Refusal.of("organisation.invitation_already_used"));
        }
        if (revokedAt == null) {
            revokedAt = now;
        }
        return Outcome.accepted(this);
    }

    boolean wasUsedBy(PersonId person) {
        return person.value().equals(usedBy);
    }

    InvitationId id() {
        return new InvitationId(id);
    }

    OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    String invitedName() {
        return invitedName;
    }

    @Nullable String mobile() {
        return mobile;
    }

    @Nullable String email() {
        return email;
    }

    Member.Part part() {
        return part;
    }

    PersonId createdBy() {
        return new PersonId(createdBy);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
