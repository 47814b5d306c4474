package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.Attachments;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/**
 * How two become one. Everything of the merged one follows in the same transaction: sites, people, invitations and requests here, what others
 * keep of it at {@link OrganisationsMerged}. The merged row stays, as the name that old lists and entries speak of, and leads to the one that
 * stays. Decisions on its verification were about its papers: they stay with it, and the level of the one that stays is not raised by them.
 */
@ApplicationScoped
class Merging {

    private static final int SHOWN = 200;

    private final Organisations organisations;
    private final Sites sites;
    private final Members members;
    private final Vetting vetting;
    private final Attachments attachments;
    private final People people;
    private final Outbox outbox;
    private final EntityManager database;

    Merging(
            Organisations organisations,
            Sites sites,
            Members members,
            Vetting vetting,
            Attachments attachments,
            People people,
            Outbox outbox,
            EntityManager database) {
        this.organisations = organisations;
        this.sites = sites;
        this.members = members;
        this.vetting = vetting;
        this.attachments = attachments;
        this.people = people;
        this.outbox = outbox;
        this.database = database;
    }

    /** An operator decides that the two of a case are one, and which of them stays. */
    Outcome<OrganisationId> merge(Actor operator, UUID suspicion, OrganisationId stays, String reason, Instant now) {
        Optional<Pair> pair = lockedOpen(operator, suspicion).filter(open -> open.has(stays));
        if (pair.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.decided_meanwhile"));
        }
        Organisation kept = organisations.lockedById(stays).orElseThrow();
        Organisation merged = organisations.lockedById(pair.get().other(stays)).orElseThrow();
        List<Refusal> broken = MergeRules.broken(new MergeRules.Case(
                operator.is(Role.OPERATOR) && operator.isSignedIn(),
                isOfOne(operator, merged) || isOfOne(operator, kept),
                merged,
                kept,
                reason));
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        PersonId by = operator.person().orElseThrow();
        decide(suspicion, "MERGED", reason, by, now);
        join(merged, kept, reason.strip(), by, now);
        return Outcome.accepted(stays);
    }

    /** An operator decides that the two of a case are two. */
    Outcome<UUID> keepApart(Actor operator, UUID suspicion, String reason, Instant now) {
        Optional<Pair> pair = lockedOpen(operator, suspicion);
        if (pair.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.decided_meanwhile"));
        }
        if (reason.strip().length() < MergeRules.REASON_AT_LEAST) {
            return Outcome.refused(Refusal.at("reason", "belonging.reason_missing"));
        }
        if (reason.strip().length() > MergeRules.REASON_AT_MOST) {
            return Outcome.refused(Refusal.at("reason", "belonging.reason_long"));
        }
        PersonId by = operator.person().orElseThrow();
        decide(suspicion, "APART", reason, by, now);
        outbox.publish(new OrganisationsKeptApart(pair.get().first(), pair.get().second(), reason.strip(), by));
        return Outcome.accepted(suspicion);
    }

    /** Lets everything of the one follow to the other, which takes over what it does not know itself. Both are locked. */
    void join(Organisation merged, Organisation kept, String reason, PersonId by, Instant now) {
        write(merged, kept, reason, by, now);
        String code = merged.creditCode();
        merged.mergeInto(kept.id());
        organisations.flush();
        kept.takeOver(merged, code);
        organisations.flush();
        UUID from = merged.id().value();
        UUID to = kept.id().value();
        run("update organisation set merged_into = :to where merged_into = :from", from, to);
        run("""
                update site set organisation_id = :to,
                    position = position + (select coalesce(max(position), 0) + 1 from site where organisation_id = :to)
                where organisation_id = :from
                """, from, to);
        run("""
                insert into membership (person_id, organisation_id, standing, since, until)
                select person_id, :to, standing, since, until from membership where organisation_id = :from
                on conflict (person_id, organisation_id) do update set
                    standing = case when 'OWNER' in (membership.standing, excluded.standing) then 'OWNER'
                                    when 'COLLEAGUE' in (membership.standing, excluded.standing) then 'COLLEAGUE' else 'LIAISON' end,
                    until = case when membership.standing = 'LIAISON' and excluded.standing = 'LIAISON'
                                 then greatest(membership.until, excluded.until) end,
                    since = least(membership.since, excluded.since)
                """, from, to);
        people.actForInstead(merged.id(), kept.id());
        database.createNativeQuery("delete from membership where organisation_id = :from")
                .setParameter("from", from)
                .executeUpdate();
        run("update invitation set organisation_id = :to where organisation_id = :from", from, to);
        // Who still waits to be believed waits for the one that stays, unless its own people are there already.
        if (kept.isRegistered()) {
            List<?> overtaken = database.createNativeQuery(
                            "update ownership_claim set state = 'OVERTAKEN', decided_at = :now where organisation_id = :from and state = 'WAITING'"
                                    + " returning id, claimant_id",
                            Object[].class)
                    .setParameter("now", now)
                    .setParameter("from", from)
                    .getResultList();
            for (Object row : overtaken) {
                Object[] claim = (Object[]) row;
                outbox.publish(new OwnershipOvertaken(merged.id(), (UUID) claim[0], new PersonId((UUID) claim[1])));
            }
        } else {
            run("""
                    update ownership_claim c set organisation_id = :to
                    where organisation_id = :from and state = 'WAITING' and not exists (
                        select from ownership_claim o
                        where o.organisation_id = :to and o.claimant_id = c.claimant_id and o.state = 'WAITING')
                    """, from, to);
        }
        run("update ownership_claim set into_id = :to where into_id = :from and state = 'WAITING'", from, to);
        attachments.follow(merged.id(), kept.id());
        // One request waits at a time: where both asked, the one of those who stay.
        database.createNativeQuery("""
                        update verification_request set decided_at = :now
                        where organisation_id = :from and decided_at is null and exists (
                            select from verification_request r where r.organisation_id = :to and r.decided_at is null)
                        """)
                .setParameter("now", now)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
        run("""
                update verification_request set organisation_id = :to where organisation_id = :from and decided_at is null
                """, from, to);
        outbox.publish(new OrganisationsMerged(kept.id(), merged.id(), reason, by));
        outbox.publish(new OrganisationChanged(kept.id()));
    }

    // ── The list and the case ───────────────────────────────────────────────────

    List<DuplicateCase.Line> open(Actor operator) {
        if (!operator.is(Role.OPERATOR)) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery("""
                        select d.id, f.name, f.place_code, s.name, s.place_code, array_to_string(d.grounds, ','), d.found_at
                        from duplicate_suspicion d join organisation f on f.id = d.first_id join organisation s on s.id = d.second_id
                        where d.state = 'OPEN' and f.standing <> 'MERGED' and s.standing <> 'MERGED'
                        order by d.strength desc, d.found_at, d.id
                        """, Object[].class)
                .setMaxResults(SHOWN)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DuplicateCase.Line(
                        (UUID) row[0],
                        (String) row[1],
                        String.valueOf(row[2]),
                        (String) row[3],
                        String.valueOf(row[4]),
                        Duplicates.grounds(row[5]),
                        moment(row[6])))
                .toList();
    }

    List<DuplicateCase.Past> past(Actor operator, int most) {
        if (!operator.is(Role.OPERATOR)) {
            return List.of();
        }
        List<?> rows = database.createNativeQuery("""
                        select m.name, m.credit_code, m.into_id, o.name, m.reason, p.name, m.merged_at
                        from organisation_merge m join organisation o on o.id = m.into_id join person p on p.id = m.merged_by
                        order by m.merged_at desc
                        """, Object[].class)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new DuplicateCase.Past(
                        (String) row[0],
                        row[1] == null ? null : String.valueOf(row[1]),
                        new OrganisationId((UUID) row[2]),
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        moment(row[6])))
                .toList();
    }

    Optional<DuplicateCase> byId(Actor operator, UUID id, LocalDate today) {
        if (!operator.is(Role.OPERATOR)) {
            return Optional.empty();
        }
        List<?> rows = database.createNativeQuery("""
                        select d.first_id, d.second_id, array_to_string(d.grounds, ','), d.found_at, d.state, d.reason, p.name, d.decided_at
                        from duplicate_suspicion d left join person p on p.id = d.decided_by where d.id = :id
                        """, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> {
            Organisation first =
                    organisations.byId(new OrganisationId((UUID) row[0])).orElseThrow();
            Organisation second =
                    organisations.byId(new OrganisationId((UUID) row[1])).orElseThrow();
            boolean open = row[4].equals("OPEN");
            return new DuplicateCase(
                    id,
                    side(first, first.isRegistered() || !second.isRegistered(), today),
                    side(second, second.isRegistered() || !first.isRegistered(), today),
                    Duplicates.grounds(row[2]),
                    moment(row[3]),
                    open
                            ? Optional.empty()
                            : Optional.of(new DuplicateCase.Decision(
                                    row[4].equals("MERGED"), (String) row[5], (String) row[6], moment(row[7]))));
        });
    }

    /** Two that an operator wants beside each other, each by its address, code or name. */
    Outcome<UUID> compare(Actor operator, String first, String second, Instant now) {
        if (!operator.is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("belonging.merge_operators_only"));
        }
        Optional<Organisation> one = named(first);
        Optional<Organisation> two = named(second);
        List<Refusal> refusals = Stream.of(
                        one.isEmpty()
                                ? Optional.of(Refusal.at("first", "belonging.no_such_organisation", first.strip()))
                                : Optional.<Refusal>empty(),
                        two.isEmpty()
                                ? Optional.of(Refusal.at("second", "belonging.no_such_organisation", second.strip()))
                                : Optional.<Refusal>empty())
                .flatMap(Optional::stream)
                .toList();
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (one.get().id().equals(two.get().id())) {
            return Outcome.refused(Refusal.at("second", "belonging.merge_itself"));
        }
        UUID a = one.get().id().value();
        UUID b = two.get().id().value();
        // As the database orders them, which is not how Java does.
        return Outcome.accepted((UUID) database.createNativeQuery("""
                        insert into duplicate_suspicion (first_id, second_id, grounds, strength, found_at)
                        values (least(cast(:a as uuid), cast(:b as uuid)), greatest(cast(:a as uuid), cast(:b as uuid)), array['BY_HAND'], 0, :now)
                        on conflict (first_id, second_id) do update set found_at = duplicate_suspicion.found_at returning id
                        """, UUID.class)
                .setParameter("a", a)
                .setParameter("b", b)
                .setParameter("now", now)
                .getSingleResult());
    }

    private Optional<Organisation> named(String typed) {
        String text = typed.strip();
        Optional<Organisation> byAddress =
                id(text.substring(text.lastIndexOf('/') + 1)).flatMap(organisations::byId);
        return byAddress
                .or(() -> CreditCode.read("code", text)
                        .fold(code -> organisations.withCode(code), no -> Optional.empty()))
                .or(() -> organisations.named(NameKey.of(text)))
                .filter(found -> !found.isMerged());
    }

    private static Optional<OrganisationId> id(String text) {
        try {
            return Optional.of(OrganisationId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private DuplicateCase.Side side(Organisation organisation, boolean mayStay, LocalDate today) {
        return new DuplicateCase.Side(
                organisation.card(today),
                organisation.makes(),
                organisation.mobile(),
                organisation.email(),
                organisation.creditCode(),
                sites.of(organisation.id()).stream().map(Site::card).toList(),
                vetting.memberCards(organisation.id()),
                organisation.createdAt(),
                mayStay && !organisation.isMerged());
    }

    // ── Steps ───────────────────────────────────────────────────────────────────

    private record Pair(OrganisationId first, OrganisationId second) {
        boolean has(OrganisationId one) {
            return first.equals(one) || second.equals(one);
        }

        OrganisationId other(OrganisationId one) {
            return first.equals(one) ? second : first;
        }
    }

    private Optional<Pair> lockedOpen(Actor operator, UUID id) {
        if (!operator.is(Role.OPERATOR) || !operator.isSignedIn()) {
            return Optional.empty();
        }
        // Whoever looks for duplicates writes organisations first and cases after them; so does whoever decides.
        database.createNativeQuery("""
                select o.id from organisation o join duplicate_suspicion d on o.id in (d.first_id, d.second_id)
                where d.id = :id order by o.id for no key update of o
                """, UUID.class).setParameter("id", id).getResultList();
        List<?> rows = database.createNativeQuery(
                        "select first_id, second_id from duplicate_suspicion where id = :id and state = 'OPEN' for update",
                        Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new Pair(new OrganisationId((UUID) row[0]), new OrganisationId((UUID) row[1])));
    }

    private void decide(UUID suspicion, String state, String reason, PersonId by, Instant now) {
        database.createNativeQuery(
                        "update duplicate_suspicion set state = :state, reason = :reason, decided_by = :by, decided_at = :now where id = :id")
                .setParameter("state", state)
                .setParameter("reason", reason.strip())
                .setParameter("by", by.value())
                .setParameter("now", now)
                .setParameter("id", suspicion)
                .executeUpdate();
    }

    private void write(Organisation merged, Organisation kept, String reason, PersonId by, Instant now) {
        OrganisationCard was = merged.card(BusinessDay.of(now));
        database.createNativeQuery("""
                        insert into organisation_merge (id, merged_id, into_id, name, standing, credit_code, verification_level, verified_until,
                            reason, merged_by, merged_at)
                        values (:id, :merged, :into, :name, :standing, cast(:code as char(18)), :level, cast(:until as date), :reason, :by, :now)
                        """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("merged", merged.id().value())
                .setParameter("into", kept.id().value())
                .setParameter("name", merged.name())
                .setParameter("standing", merged.isRegistered() ? "REGISTERED" : "PROVISIONAL")
                .setParameter("code", merged.creditCode())
                .setParameter("level", was.level().name())
                .setParameter("until", text(was.verifiedUntil().orElse(null)))
                .setParameter("reason", reason)
                .setParameter("by", by.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Instant moment(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private void run(String sql, UUID from, UUID to) {
        database.createNativeQuery(sql)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    private boolean isOfOne(Actor operator, Organisation organisation) {
        return operator.person()
                .flatMap(person -> members.of(person, organisation.id()))
                .isPresent();
    }
}
