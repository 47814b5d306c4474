package org.muster.shortlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.muster.shared.ListingId;
import org.muster.shared.PersonId;

/** The rows of all shortlists, each found only by its person. */
@ApplicationScoped
class Items {

    record Item(ListingId listing, String note, Instant addedAt) {}

    private final EntityManager entityManager;

    Items(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<Item> of(PersonId person) {
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery(
                        "select listing_id, note, added_at from shortlist_item where person_id = :person order by added_at desc, listing_id",
                        Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("listing_id", UUID.class)
                .addScalar("note", String.class)
                .addScalar("added_at", Instant.class)
                .setParameter("person", person.value());
        return query.getResultList().stream()
                .map(row -> new Item(new ListingId((UUID) row[0]), (String) row[1], (Instant) row[2]))
                .toList();
    }

    Set<ListingId> listings(PersonId person) {
        return of(person).stream().map(Item::listing).collect(Collectors.toSet());
    }

    boolean has(PersonId person, ListingId listing) {
        return !entityManager
                .createNativeQuery("select 1 from shortlist_item where person_id = :person and listing_id = :listing")
                .setParameter("person", person.value())
                .setParameter("listing", listing.value())
                .getResultList()
                .isEmpty();
    }

    void add(PersonId person, ListingId listing, Instant now) {
        entityManager
                .createNativeQuery(
                        "insert into shortlist_item (person_id, listing_id, added_at) values (:person, :listing, :at) on conflict do nothing")
                .setParameter("person", person.value())
                .setParameter("listing", listing.value())
                .setParameter("at", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    boolean note(PersonId person, ListingId listing, String note) {
        return entityManager
                        .createNativeQuery(
                                "update shortlist_item set note = :note where person_id = :person and listing_id = :listing")
                        .setParameter("note", note)
                        .setParameter("person", person.value())
                        .setParameter("listing", listing.value())
                        .executeUpdate()
                > 0;
    }

    boolean remove(PersonId person, ListingId listing) {
        return entityManager
                        .createNativeQuery(
                                "delete from shortlist_item where person_id = :person and listing_id = :listing")
                        .setParameter("person", person.value())
                        .setParameter("listing", listing.value())
                        .executeUpdate()
                > 0;
    }
}
