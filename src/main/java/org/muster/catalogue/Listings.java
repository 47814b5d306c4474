package org.muster.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.bulk.Copies;
import org.muster.bulk.Reads;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/** All listings; whoever changes one finds it only among their own. */
@ApplicationScoped
class Listings implements PanacheRepositoryBase<Listing, UUID> {

    private final Copies copies;
    private final Reads reads;

    Listings(Copies copies, Reads reads) {
        this.copies = copies;
        this.reads = reads;
    }

    /** New ones, many at once; they are not known to the session afterwards. */
    void copyIn(Collection<Listing> fresh) {
        copies.insert(Listing.class, fresh);
        copies.insert(new Copies.Rows(
                "listing_operation",
                List.of("listing_id", "position", "name", "rate_amount", "rate_unit", "rate_per"),
                rows(fresh, Listing::operationRows)));
        copies.insert(new Copies.Rows(
                "listing_product",
                List.of("listing_id", "position", "name", "relation", "term_key"),
                rows(fresh, Listing::productRows)));
    }

    /** Each row of each of them, behind whose it is and where it stands. */
    private static List<List<@Nullable Object>> rows(
            Collection<Listing> fresh, Function<Listing, List<List<@Nullable Object>>> part) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Listing listing : fresh) {
            int position = 0;
            for (List<@Nullable Object> said : part.apply(listing)) {
                List<@Nullable Object> row = new ArrayList<>(said.size() + 2);
                row.add(listing.id().value());
                row.add(position++);
                row.addAll(said);
                rows.add(row);
            }
        }
        return rows;
    }

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

    /** To be looked at only, with what they do and make: the session knows nothing of them. */
    List<Listing> readByIds(Collection<ListingId> ids) {
        return ids.isEmpty()
                ? List.of()
                : withLists(reads.entities(Listing.class, "where id = any (?)", (Object)
                        ids.stream().map(ListingId::value).toArray(UUID[]::new)));
    }

    /** As {@link #readByIds}, of all that are published the next in the order of their ids. */
    List<Listing> readPublishedAfter(@Nullable UUID last, int most) {
        return withLists(reads.entities(
                Listing.class,
                "where state = 'PUBLISHED' and id > ? order by id limit ?",
                last == null ? new UUID(0, 0) : last,
                most));
    }

    /** What they do and what they make, read in two statements. */
    private List<Listing> withLists(List<Listing> some) {
        UUID[] ids = some.stream().map(listing -> listing.id().value()).toArray(UUID[]::new);
        Map<UUID, List<OperationRow>> operations = new HashMap<>();
        reads.rows(
                "select listing_id, name, rate_amount, rate_unit, rate_per from listing_operation where listing_id = any (?)"
                        + " order by listing_id, position",
                row -> operations
                        .computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(OperationRow.read(
                                row.getString(2), row.getBigDecimal(3), row.getString(4), row.getString(5))),
                (Object) ids);
        Map<UUID, List<ProductRow>> products = new HashMap<>();
        reads.rows(
                "select listing_id, name, relation, term_key from listing_product where listing_id = any (?) order by"
                        + " listing_id, position",
                row -> products.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new ProductRow(
                                row.getString(2), ProductRow.Relation.valueOf(row.getString(3)), row.getString(4))),
                (Object) ids);
        some.forEach(listing -> listing.withLists(
                operations.getOrDefault(listing.id().value(), List.of()),
                products.getOrDefault(listing.id().value(), List.of())));
        return some;
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

    /** The same, to be looked at only, as {@link #readByIds}. */
    List<Listing> readByExternalKeys(Set<ExternalKey> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<ExternalKey> pairs = List.copyOf(wanted);
        return withLists(reads.entities(
                Listing.class,
                "where (organisation_id, external_key) in (select * from unnest(?::uuid[], ?::text[]))",
                pairs.stream().map(pair -> pair.organisation().value()).toArray(UUID[]::new),
                pairs.stream().map(ExternalKey::key).toArray(String[]::new)));
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
