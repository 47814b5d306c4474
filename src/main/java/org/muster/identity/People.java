package org.muster.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Credentials.Claims;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Who has signed in so far, as the identity provider names them. One statement each: two tabs may sign the same person in at once. */
@ApplicationScoped
public class People {

    /** Seen again within this time is not worth a write. */
    private static final Duration SEEN_LATELY = Duration.ofMinutes(10);

    private final Session database;

    People(Session database) {
        this.database = database;
    }

    /** Remembers the person, or what has changed of them. */
    @Transactional
    public PersonId signedIn(
            String subject, String name, @Nullable String mobile, @Nullable String email, Instant now) {
        return written(subject, name, mobile, email, now).id();
    }

    /** The person of these claims, written only when they are new, changed or long unseen. */
    @Transactional
    Person present(Claims claims, Instant now) {
        List<Object[]> rows = database.createNativeQuery("""
                        select id, name, acting_for from person
                        where subject = :subject and name = :name and last_seen_at > :lately
                          and mobile is not distinct from cast(:mobile as text) and email is not distinct from cast(:email as text)
                        """, Object[].class)
                .setParameter("subject", claims.subject())
                .setParameter("name", claims.name())
                .setParameter("mobile", claims.mobile().orElse(null))
                .setParameter("email", claims.email().orElse(null))
                .setParameter("lately", now.minus(SEEN_LATELY))
                .getResultList();
        return rows.isEmpty()
                ? written(
                        claims.subject(),
                        claims.name(),
                        claims.mobile().orElse(null),
                        claims.email().orElse(null),
                        now)
                : person(rows.get(0));
    }

    public String name(PersonId person) {
        return database.createNativeQuery("select name from person where id = :id", String.class)
                .setParameter("id", person.value())
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    public Optional<PersonId> bySubject(String subject) {
        return database.createNativeQuery("select id from person where subject = :subject", UUID.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst()
                .map(PersonId::new);
    }

    /** The identity provider's id of a person, for telling it something about them. */
    public Optional<String> subject(PersonId person) {
        return database.createNativeQuery("select subject from person where id = :id", String.class)
                .setParameter("id", person.value())
                .getResultStream()
                .findFirst();
    }

    /** From now on the person acts for this organisation; the database refuses one they do not belong to. */
    @Transactional
    public void actFor(PersonId person, OrganisationId organisation) {
        database.createNativeMutationQuery("update person set acting_for = :organisation where id = :id")
                .setParameter("organisation", organisation.value())
                .setParameter("id", person.value())
                .executeUpdate();
    }

    /** The person acts for nobody they chose; until they choose again. */
    @Transactional
    public void actForNobody(PersonId person) {
        database.createNativeMutationQuery("update person set acting_for = null where id = :id")
                .setParameter("id", person.value())
                .executeUpdate();
    }

    /** Whoever acted for the one acts for the other; they belong to it by now. */
    @Transactional
    public void actForInstead(OrganisationId before, OrganisationId after) {
        database.createNativeMutationQuery("update person set acting_for = :after where acting_for = :before")
                .setParameter("before", before.value())
                .setParameter("after", after.value())
                .executeUpdate();
    }

    /** The person acts for this organisation no more; before they can leave it. */
    @Transactional
    public void actForNoMore(PersonId person, OrganisationId organisation) {
        database.createNativeMutationQuery(
                        "update person set acting_for = null where id = :id and acting_for = :organisation")
                .setParameter("organisation", organisation.value())
                .setParameter("id", person.value())
                .executeUpdate();
    }

    private Person written(String subject, String name, @Nullable String mobile, @Nullable String email, Instant now) {
        Object[] row = database.createNativeQuery("""
                        insert into person (id, subject, name, mobile, email, created_at, last_seen_at)
                        values (:id, :subject, :name, cast(:mobile as text), cast(:email as text), :now, :now)
                        on conflict (subject) do update
                        set name = excluded.name, mobile = excluded.mobile, email = excluded.email, last_seen_at = excluded.last_seen_at
                        returning id, name, acting_for
                        """, Object[].class)
                .setParameter("id", PersonId.create().value())
                .setParameter("subject", subject)
                .setParameter("name", name)
                .setParameter("mobile", mobile)
                .setParameter("email", email)
                .setParameter("now", now)
                .getSingleResult();
        return person(row);
    }

    private static Person person(Object[] row) {
        return new Person(
                new PersonId((UUID) row[0]),
                (String) row[1],
                Optional.ofNullable((UUID) row[2]).map(OrganisationId::new));
    }
}
