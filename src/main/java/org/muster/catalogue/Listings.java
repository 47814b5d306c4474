package org.muster.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/** All listings; whoever changes one finds it only among their own. */
@ApplicationScoped
class Listings implements PanacheRepositoryBase<Listing, UUID> {

    /** Those of the organisation acted for, or any for Muster itself (the seeder). */
    Optional<Listing> ownedBy(Actor actor, ListingId id) {
        if (Actor.system().equals(actor)) {
            return findByIdOptional(id.value());
        }
        return actor.organisation()
                .flatMap(own -> find("id = ?1 and organisationId = ?2", id.value(), own.value())
                        .firstResultOptional());
    }

    long countPublishedOf(OrganisationId organisation) {
        return count("organisationId = ?1 and state = ?2", organisation.value(), ListingState.PUBLISHED);
    }

    /** As {@link #ownedBy}, and nobody else changes it or its windows until the transaction ends. */
    Optional<Listing> lockedBy(Actor actor, ListingId id) {
        if (Actor.system().equals(actor)) {
            return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
        }
        return actor.organisation()
                .flatMap(own -> find("id = ?1 and organisationId = ?2", id.value(), own.value())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional());
    }

    List<Listing> of(OrganisationId organisation, int page, int size) {
        return find(
                        "organisationId = ?1 order by case state when 'WITHDRAWN' then 1 else 0 end, updatedAt desc,"
                                + " id",
                        organisation.value())
                .page(Page.of(page, size))
                .list();
    }

    long countOf(OrganisationId organisation) {
        return count("organisationId", organisation.value());
    }

    /** What is published, the last confirmed first. */
    List<Listing> publishedOf(OrganisationId organisation, int most) {
        return find(
                        "organisationId = ?1 and state = ?2 order by lastConfirmedAt desc, id",
                        organisation.value(),
                        ListingState.PUBLISHED)
                .page(Page.ofSize(most))
                .list();
    }

    /** All of an organisation that are not withdrawn. */
    List<Listing> standingOf(OrganisationId organisation) {
        return list("organisationId = ?1 and state <> ?2", organisation.value(), ListingState.WITHDRAWN);
    }

    List<Listing> anonymousOf(OrganisationId organisation) {
        return list("organisationId = ?1 and confidentiality = ?2", organisation.value(), Confidentiality.ANONYMOUS);
    }

    List<Listing> byIds(Collection<ListingId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1", ids.stream().map(ListingId::value).toList());
    }

    List<Listing> publishedByIds(Collection<ListingId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "id in ?1 and state = ?2",
                        ids.stream().map(ListingId::value).toList(),
                        ListingState.PUBLISHED);
    }

    List<Listing> publishedAfter(@Nullable UUID last, int most) {
        return (last == null
                        ? find("state = ?1 order by id", ListingState.PUBLISHED)
                        : find("state = ?1 and id > ?2 order by id", ListingState.PUBLISHED, last))
                .page(Page.ofSize(most))
                .list();
    }

    Optional<Listing> byExternalKey(OrganisationId organisation, String key) {
        return find("organisationId = ?1 and externalKey = ?2", organisation.value(), key)
                .firstResultOptional();
    }

    /** One that a list speaks of: whose it is, and by which key the list knows it. */
    record ExternalKey(OrganisationId organisation, String key) {}

    /** Looked up pair by pair: of two lists of values an index would have to try each with each. */
    List<Listing> byExternalKeys(Set<ExternalKey> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<ExternalKey> pairs = List.copyOf(wanted);
        return getEntityManager()
                .createNativeQuery("""
                        select l.* from unnest(cast(:organisations as uuid[]), cast(:keys as text[])) as wanted (organisation, key)
                        join listing l on l.organisation_id = wanted.organisation and l.external_key = wanted.key
                        """, Listing.class)
                .setParameter(
                        "organisations",
                        pairs.stream().map(pair -> pair.organisation().value()).toArray(UUID[]::new))
                .setParameter("keys", pairs.stream().map(ExternalKey::key).toArray(String[]::new))
                .getResultList();
    }

    /** Those of an organisation that are called so and have no key of their own. */
    List<Listing> byTitles(OrganisationId organisation, Collection<String> titles) {
        return titles.isEmpty()
                ? List.of()
                : list(
                        "organisationId = ?1 and title in ?2 and externalKey is null and state <> ?3 order by"
                                + " createdAt, id",
                        organisation.value(),
                        titles,
                        ListingState.WITHDRAWN);
    }

    /** Reads what many listings do and make in two statements; one by one it would be two for each of them. */
    void readLists(Collection<Listing> some) {
        if (some.size() > 1) {
            List<UUID> ids = some.stream().map(listing -> listing.id().value()).toList();
            list("from Listing l left join fetch l.operations where l.id in ?1", ids);
            list("from Listing l left join fetch l.products where l.id in ?1", ids);
        }
    }

    /** Published ones confirmed in this time of which nobody was told since, noted as told; only of suppliers that have people here. */
    List<Listing> takeFading(Instant confirmedFrom, Instant confirmedBefore, int most, Instant now) {
        List<UUID> ids = getEntityManager()
                .createNativeQuery("""
                        with due as (
                            select l.id from listing l
                            where l.state = 'PUBLISHED' and l.last_confirmed_at >= :confirmedFrom
                                and l.last_confirmed_at < :confirmedBefore
                                and (l.warned_of_silence_at is null or l.warned_of_silence_at < l.last_confirmed_at)
                                and exists (select from organisation o where o.id = l.organisation_id and o.standing = 'REGISTERED')
                            order by l.organisation_id, l.id limit :most for no key update of l skip locked)
                        update listing l set warned_of_silence_at = :now from due where l.id = due.id returning l.id
                        """, UUID.class)
                .setParameter("confirmedFrom", confirmedFrom.atOffset(ZoneOffset.UTC))
                .setParameter("confirmedBefore", confirmedBefore.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by organisationId, lastConfirmedAt, id", ids);
    }

    void forget() {
        getEntityManager().clear();
    }
}
