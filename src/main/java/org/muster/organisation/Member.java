package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A person who belongs to an organisation. */
@Entity
@Table(name = "membership")
class Member {

    /**
     * An owner speaks for the organisation: profile, colleagues, verification. A colleague works for it. A liaison is none of its people, and keeps
     * its listings up to a day.
     */
    enum Part {
        OWNER,
        COLLEAGUE,
        LIAISON
    }

    @Embeddable
    record Key(
            @Column(name = "person_id") UUID person,
            @Column(name = "organisation_id") UUID organisation) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing")
    private Part part;

    private Instant since;

    /** Of a liaison, included. */
    private @Nullable LocalDate until;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    Member(PersonId person, OrganisationId organisation, Part part, Instant since) {
        this.key = new Key(person.value(), organisation.value());
        this.part = part;
        this.since = since;
    }

    static Member liaison(PersonId person, OrganisationId organisation, Instant since, LocalDate until) {
        var member = new Member(person, organisation, Part.LIAISON, since);
        member.until = until;
        return member;
    }

    boolean isLiaison() {
        return part == Part.LIAISON;
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /** A liaison's time can be over before anybody has written so. */
    boolean countsOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    void keepUntil(LocalDate day) {
        until = day;
    }

    void become(Part other) {
        part = other;
    }

    PersonId person() {
        return new PersonId(key.person());
    }

    OrganisationId organisation() {
        return new OrganisationId(key.organisation());
    }

    boolean isOwner() {
        return part == Part.OWNER;
    }

    Instant since() {
        return since;
    }
}
