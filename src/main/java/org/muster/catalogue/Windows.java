package org.muster.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import org.hibernate.query.NativeQuery;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/** The capacity windows of all listings, straight from their ranges; that two never overlap is the database's own word. */
@ApplicationScoped
class Windows {

    private static final String COLUMNS =
            "w.id, w.listing_id, lower(w.during) as starts, upper(w.during) as ends, w.availability, w.note";

    private static final String TOUCHING = "upper(w.during) >= :starts and lower(w.during) <= :ends";
    private static final String DURING = "upper(w.during) > :starts and lower(w.during) < :ends";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager entityManager;

    Windows(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** False when it would overlap another window of the listing ({@code uq_capacity_window_during}), also one opened this very moment. */
    boolean open(UUID id, ListingId listing, TimeWindow during, Availability availability, String note, Instant now) {
        return entityManager
                        .createNativeQuery("""
                            insert into capacity_window (id, listing_id, during, availability, note, created_at)
                            values (:id, :listing, tstzrange(:starts, :ends, '[)'), :availability, :note, :now)
                            on conflict do nothing
                            """)
                        .setParameter("id", id)
                        .setParameter("listing", listing.value())
                        .setParameter("starts", during.from().atOffset(ZoneOffset.UTC))
                        .setParameter("ends", during.to().atOffset(ZoneOffset.UTC))
                        .setParameter("availability", availability.name())
                        .setParameter("note", note)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** The first window that stands in the way of this one. */
    Optional<CapacityWindow> inTheWay(ListingId listing, TimeWindow during) {
        return read(
                        "where w.listing_id = :listing and w.during && tstzrange(:starts, :ends, '[)') order by"
                                + " lower(w.during) limit 1",
                        Map.of(
                                "listing", listing.value(),
                                "starts", during.from().atOffset(ZoneOffset.UTC),
                                "ends", during.to().atOffset(ZoneOffset.UTC)))
                .values()
                .stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** The listing whose window it is, if it is one of the actor's. */
    Optional<ListingId> listingOf(Actor actor, UUID window) {
        String owner = Actor.system().equals(actor) ? "" : " and l.organisation_id = :organisation";
        var query = entityManager
                .createNativeQuery(
                        "select w.listing_id from capacity_window w join listing l on l.id = w.listing_id where w.id ="
                                + " :window"
                                + owner,
                        UUID.class)
                .setParameter("window", window);
        if (!owner.isEmpty()) {
            if (actor.organisation().isEmpty()) {
                return Optional.empty();
            }
            query.setParameter("organisation", actor.organisation().get().value());
        }
        return query.getResultStream().findFirst().map(id -> new ListingId((UUID) id));
    }

    /** One window of the listing. */
    Optional<CapacityWindow> byId(ListingId listing, UUID window) {
        return read("where w.listing_id = :listing and w.id = :id", Map.of("listing", listing.value(), "id", window))
                .values()
                .stream()
                .flatMap(List::stream)
                .findFirst();
    }

    /** False when the listing has no such window. */
    boolean close(ListingId listing, UUID window) {
        return entityManager
                        .createNativeQuery("delete from capacity_window where id = :id and listing_id = :listing")
                        .setParameter("id", window)
                        .setParameter("listing", listing.value())
                        .executeUpdate()
                == 1;
    }

    /** Those that are not over, of each of these listings, by time; one query. */
    Map<ListingId, List<CapacityWindow>> ahead(Collection<ListingId> listings, Instant now) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        return read(
                "where w.listing_id = any (cast(:listings as uuid[])) and upper(w.during) > :now order by lower(w.during)",
                Map.of(
                        "listings", listings.stream().map(ListingId::value).toArray(UUID[]::new),
                        "now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Those of them that a weekly pattern made. */
    Set<UUID> madeAhead(Collection<ListingId> listings, Instant now) {
        return listings.isEmpty()
                ? Set.of()
                : Set.copyOf(entityManager
                        .createNativeQuery(
                                "select id from capacity_window where listing_id = any (cast(:listings as uuid[]))"
                                        + " and from_pattern and upper(during) > :now",
                                UUID.class)
                        .setParameter(
                                "listings",
                                listings.stream().map(ListingId::value).toArray(UUID[]::new))
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getResultList());
    }

    List<CapacityWindow> ahead(ListingId listing, Instant now) {
        return ahead(List.of(listing), now).getOrDefault(listing, List.of());
    }

    /** Those that overlap or touch this time, by time, with who made them. */
    List<Timetable.Kept> touching(ListingId listing, TimeWindow time) {
        return kept(TOUCHING, listing, time);
    }

    /** As {@link #touching}, and nothing new is promised in them before the end of the transaction. */
    List<Timetable.Kept> touchingLocked(ListingId listing, TimeWindow time) {
        lock(TOUCHING, listing, time);
        return kept(TOUCHING, listing, time);
    }

    /** Those that overlap this time, by time, with who made them. */
    List<Timetable.Kept> during(ListingId listing, TimeWindow time) {
        return kept(DURING, listing, time);
    }

    /** As {@link #during}, and nothing new is promised in them before the end of the transaction. */
    List<Timetable.Kept> duringLocked(ListingId listing, TimeWindow time) {
        lock(DURING, listing, time);
        return kept(DURING, listing, time);
    }

    private void lock(String condition, ListingId listing, TimeWindow time) {
        entityManager
                .createNativeQuery(
                        "select w.id from capacity_window w where w.listing_id = :listing and " + condition
                                + " order by w.id for update",
                        UUID.class)
                .setParameter("listing", listing.value())
                .setParameter("starts", time.from().atOffset(ZoneOffset.UTC))
                .setParameter("ends", time.to().atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    /**
     * Takes windows away and puts others in their place, in one statement: what somebody holds across both is covered before and after, and
     * that is all that the key of the holds asks.
     */
    void replace(ListingId listing, Timetable.Change change, Instant now) {
        List<UUID> gone = change.gone().stream().map(kept -> kept.window().id()).toList();
        int put = entityManager
                .createNativeQuery("""
                    with gone as (delete from capacity_window where listing_id = :listing and id = any(:gone) returning id),
                         counted as (select count(*) as n from gone)
                    insert into capacity_window (id, listing_id, during, availability, note, created_at, from_pattern)
                    select gen_random_uuid(), :listing, tstzrange(come.starts, come.ends, '[)'), come.availability, come.note, :now,
                           come.from_pattern
                    from jsonb_to_recordset(cast(:come as jsonb))
                             as come(starts timestamptz, ends timestamptz, availability text, note text, from_pattern boolean),
                         counted
                    where counted.n = :expected
                    """)
                .setParameter("listing", listing.value())
                .setParameter("gone", gone.toArray(UUID[]::new))
                .setParameter("come", json(change.come()))
                .setParameter("expected", gone.size())
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (put != change.come().size()) {
            throw new IllegalStateException("The windows of a locked listing changed all the same: " + listing);
        }
    }

    private static String json(List<Timetable.Kept> windows) {
        try {
            return JSON.writeValueAsString(windows.stream()
                    .map(kept -> Map.of(
                            "starts", kept.during().from().toString(),
                            "ends", kept.during().to().toString(),
                            "availability", kept.window().availability().name(),
                            "note", kept.window().note(),
                            "from_pattern", kept.fromPattern()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is always JSON", e);
        }
    }

    private List<Timetable.Kept> kept(String condition, ListingId listing, TimeWindow time) {
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery(
                        "select " + COLUMNS
                                + ", w.from_pattern from capacity_window w where w.listing_id = :listing and "
                                + condition + " order by lower(w.during)",
                        Object[].class)
                .unwrap(NativeQuery.class);
        return query
                .addScalar("id", UUID.class)
                .addScalar("listing_id", UUID.class)
                .addScalar("starts", Instant.class)
                .addScalar("ends", Instant.class)
                .addScalar("availability", String.class)
                .addScalar("note", String.class)
                .addScalar("from_pattern", Boolean.class)
                .setParameter("listing", listing.value())
                .setParameter("starts", time.from().atOffset(ZoneOffset.UTC))
                .setParameter("ends", time.to().atOffset(ZoneOffset.UTC))
                .getResultList()
                .stream()
                .map(row -> new Timetable.Kept(window(row), (Boolean) row[6]))
                .toList();
    }

    private static CapacityWindow window(Object[] row) {
        return new CapacityWindow(
                (UUID) row[0],
                new TimeWindow((Instant) row[2], (Instant) row[3]),
                Availability.valueOf((String) row[4]),
                (String) row[5]);
    }

    private Map<ListingId, List<CapacityWindow>> read(String condition, Map<String, Object> parameters) {
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery("select " + COLUMNS + " from capacity_window w " + condition, Object[].class)
                .unwrap(NativeQuery.class);
        query.addScalar("id", UUID.class)
                .addScalar("listing_id", UUID.class)
                .addScalar("starts", Instant.class)
                .addScalar("ends", Instant.class)
                .addScalar("availability", String.class)
                .addScalar("note", String.class);
        parameters.forEach(query::setParameter);
        Map<ListingId, List<CapacityWindow>> found = new HashMap<>();
        for (Object[] row : query.getResultList()) {
            found.computeIfAbsent(new ListingId((UUID) row[1]), id -> new ArrayList<>())
                    .add(window(row));
        }
        return found;
    }
}
