package org.muster.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A person who belongs to an organisation. */
@Entity
@Table(name = "membership")
class Member {

    /** An owner speaks for the organisation: profile, colleagues, verification. A colleague works for it. */
    enum Part {
        OWNER,
        COLLEAGUE
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

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    Member(PersonId person, OrganisationId organisation, Part part, Instant since) {
        this.key = new Key(person.value(), organisation.value());
        this.part = part;
        this.since = since;
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
