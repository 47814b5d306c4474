package org.muster.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;

/** The weekly patterns of all listings, at most one each. */
@ApplicationScoped
class Patterns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final EntityManager entityManager;

    Patterns(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<WeeklyPattern> of(ListingId listing) {
        return Optional.ofNullable(of(List.of(listing)).get(listing));
    }

    /** Of those of these that follow one. */
    Map<ListingId, WeeklyPattern> of(Collection<ListingId> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        NativeQuery<Object[]> query = entityManager
                .createNativeQuery(
                        "select listing_id, zone, starts, ends, rest_closed, hours, exceptions,"
                                + " array_to_string(holiday_years, ',') as years from weekly_pattern where listing_id ="
                                + " any (cast(:listings as uuid[]))",
                        Object[].class)
                .unwrap(NativeQuery.class);
        Map<ListingId, WeeklyPattern> followed = new HashMap<>();
        query.addScalar("listing_id", UUID.class)
                .addScalar("zone", String.class)
                .addScalar("starts", LocalDate.class)
                .addScalar("ends", LocalDate.class)
                .addScalar("rest_closed", Boolean.class)
                .addScalar("hours", String.class)
                .addScalar("exceptions", String.class)
                .addScalar("years", String.class)
                .setParameter(
                        "listings", listings.stream().map(ListingId::value).toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> followed.put(new ListingId((UUID) row[0]), pattern(row)));
        return followed;
    }

    private static WeeklyPattern pattern(Object[] row) {
        return new WeeklyPattern(
                ZoneId.of((String) row[1]),
                (LocalDate) row[2],
                (LocalDate) row[3],
                (Boolean) row[4],
                rows((String) row[5]).stream().map(Patterns::hours).toList(),
                rows((String) row[6]).stream().map(Patterns::exception).toList(),
                Stream.of(((String) row[7]).split(","))
                        .filter(year -> !year.isEmpty())
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    void keep(ListingId listing, WeeklyPattern pattern, LocalDate madeUntil, Instant now) {
        entityManager
                .createNativeQuery("""
                    insert into weekly_pattern (listing_id, zone, starts, ends, rest_closed, hours, exceptions, holiday_years,
                                                made_until, updated_at)
                    values (:listing, :zone, :starts, :ends, :closed, cast(:hours as jsonb), cast(:exceptions as jsonb),
                            cast(string_to_array(:years, ',') as integer[]), :until, :now)
                    on conflict (listing_id) do update set zone = excluded.zone, starts = excluded.starts, ends = excluded.ends,
                        rest_closed = excluded.rest_closed, hours = excluded.hours, exceptions = excluded.exceptions,
                        holiday_years = excluded.holiday_years, made_until = excluded.made_until, updated_at = excluded.updated_at
                    """)
                .unwrap(NativeQuery.class)
                .setParameter("listing", listing.value())
                .setParameter("zone", pattern.zone().getId())
                .setParameter("starts", pattern.starts())
                .setParameter("ends", pattern.ends(), LocalDate.class)
                .setParameter("closed", pattern.restClosed())
                .setParameter(
                        "hours",
                        json(pattern.hours().stream().map(Patterns::row).toList()))
                .setParameter(
                        "exceptions",
                        json(pattern.exceptions().stream().map(Patterns::row).toList()))
                .setParameter(
                        "years",
                        pattern.holidayYears().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .setParameter("until", madeUntil)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    boolean forget(ListingId listing) {
        return entityManager
                        .createNativeQuery("delete from weekly_pattern where listing_id = :listing")
                        .setParameter("listing", listing.value())
                        .executeUpdate()
                == 1;
    }

    /** Those whose windows do not reach far enough, the most urgent first. */
    List<ListingId> madeBefore(LocalDate until, int most) {
        return entityManager
                .createNativeQuery(
                        "select p.listing_id from weekly_pattern p join listing l on l.id = p.listing_id"
                                + " where p.made_until < :until and (p.ends is null or p.ends >= p.made_until)"
                                + " and l.state <> 'WITHDRAWN' order by p.made_until, p.listing_id",
                        UUID.class)
                .setParameter("until", until)
                .setMaxResults(most)
                .getResultStream()
                .map(id -> new ListingId((UUID) id))
                .toList();
    }

    private static Map<String, String> row(WeeklyPattern.Hours hours) {
        return new TreeMap<>(Map.of(
                "days",
                hours.days().stream()
                        .sorted()
                        .map(day -> String.valueOf(day.getValue()))
                        .collect(Collectors.joining(",")),
                "from",
                hours.from().toString(),
                "to",
                hours.to().toString()));
    }

    private static WeeklyPattern.Hours hours(Map<String, String> row) {
        return new WeeklyPattern.Hours(
                Stream.of(row.getOrDefault("days", "").split(","))
                        .filter(day -> !day.isEmpty())
                        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                        .collect(Collectors.toSet()),
                LocalTime.parse(row.getOrDefault("from", "00:00")),
                LocalTime.parse(row.getOrDefault("to", "00:00")));
    }

    private static Map<String, String> row(WeeklyPattern.Exception exception) {
        Map<String, String> row = new TreeMap<>(Map.of(
                "first", exception.first().toString(),
                "last", exception.last().toString(),
                "note", exception.note()));
        if (!exception.closed()) {
            row.put("from", String.valueOf(exception.from()));
            row.put("to", String.valueOf(exception.to()));
        }
        return row;
    }

    private static WeeklyPattern.Exception exception(Map<String, String> row) {
        return new WeeklyPattern.Exception(
                LocalDate.parse(row.getOrDefault("first", "")),
                LocalDate.parse(row.getOrDefault("last", "")),
                time(row.get("from")),
                time(row.get("to")),
                row.getOrDefault("note", ""));
    }

    private static @Nullable LocalTime time(@Nullable String written) {
        return written == null ? null : LocalTime.parse(written);
    }

    private static String json(List<Map<String, String>> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is always JSON", e);
        }
    }

    private static List<Map<String, String>> rows(String column) {
        try {
            return JSON.readValue(column, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The pattern of a listing is not what we wrote", e);
        }
    }
}
