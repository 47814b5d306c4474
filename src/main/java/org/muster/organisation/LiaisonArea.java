package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.PersonId;

/** An area in which a liaison checks for the operators: asked for, then granted or refused, and ended at last. */
@Entity
@Table(name = "liaison_area")
class LiaisonArea {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "place_code", columnDefinition = "char(6)")
    private String placeCode;

    private String office;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "granted_at")
    private @Nullable Instant grantedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected LiaisonArea() {}

    LiaisonArea(PersonId person, String placeCode, String office, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.placeCode = placeCode;
        this.office = office;
        this.askedAt = now;
    }

    void grant(PersonId by, String reason, Instant now) {
        this.grantedAt = now;
        this.decidedBy = by.value();
        this.reason = reason;
    }

    /** Refused when it was never granted, taken back when it was. */
    void end(PersonId by, String reason, Instant now) {
        this.endedAt = now;
        this.decidedBy = by.value();
        this.reason = reason;
    }

    UUID id() {
        return id;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    String placeCode() {
        return placeCode;
    }

    String office() {
        return office;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Instant> grantedAt() {
        return Optional.ofNullable(grantedAt);
    }

    boolean isEnded() {
        return endedAt != null;
    }

    boolean isInForce() {
        return grantedAt != null && endedAt == null;
    }
}
