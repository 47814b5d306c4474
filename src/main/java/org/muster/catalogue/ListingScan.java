package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.identity.Actor;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;
import org.muster.shared.Dimension;
import org.muster.shared.ListingId;
import org.muster.shared.Point;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/** Search in PostgreSQL, for the hours in which Elasticsearch is away: the same filters and the same rule of who sees what, plainer ranking. */
@ApplicationScoped
class ListingScan {

    /** Windows that are not over less what was given away of them, one row a listing; only visible listings are joined to it. */
    private static final String AHEAD = """
            select t.listing_id,
                   not isempty(t.free * tstzmultirange(tstzrange(:now, null))) as any_free,
                   isempty(t.free * tstzmultirange(tstzrange(:now, null))) and not t.any_unknown as all_taken,
                   (select min(greatest(lower(s.stretch), :now)) from unnest(t.free) as s (stretch) where upper(s.stretch) > :now) as free_from,
                   %s as free,
                   %s as taken
            from (
                select w.listing_id,
                       coalesce(range_agg(w.during) filter (where w.availability = 'FREE'), tstzmultirange())
                           - coalesce(o.during, tstzmultirange()) as free,
                       coalesce(range_agg(w.during) filter (where w.availability = 'NOT_FREE'), tstzmultirange())
                           + coalesce(o.during, tstzmultirange()) as taken,
                       bool_or(w.availability = 'UNKNOWN') as any_unknown
                from capacity_window w
                left join (select listing_id, range_agg(during) as during from taken_time group by listing_id) o on o.listing_id = w.listing_id
                where upper(w.during) > :now
                group by w.listing_id, o.during
            ) t
            """;

    /** Stretches as whoever may know weeks only is told of them: all of each week that they touch, as in the index. */
    private static final String WHOLE_WEEKS = """
            (select range_agg(tstzrange(date_trunc('week', lower(s.stretch), 'Asia/Shanghai'),
                date_trunc('week', upper(s.stretch) + interval '7 days' - interval '1 microsecond', 'Asia/Shanghai')))
             from unnest(%s) as s (stretch))
            """;

    /** A valid certificate of the supplier whose scope covers, itself or by a broader term, what the listing makes. */
    private static final String PAPER = """
            select from certificate c
            where c.organisation_id = l.organisation_id and c.withdrawn_at is null and c.check_state <> 'REJECTED'
                and (c.valid_from is null or c.valid_from <= :paperDay) and (c.valid_to is null or c.valid_to >= :paperDay)
                and (cardinality(c.scope) = 0 or exists (
                    with recursive above (key) as (
                        select p.term_key from listing_product p
                        where p.listing_id = l.id and p.relation = 'MAKES' and p.term_key is not null
                        union select t.broader_key from above a join term t on t.key = a.key where t.broader_key is not null)
                    select from above where above.key = any (c.scope)))
            """;

    private static final String FREE_AT_ALL = "coalesce(a.any_free, l.declared_availability = 'FREE')";
    private static final String TAKEN_AT_ALL = "coalesce(a.all_taken, l.declared_availability = 'NOT_FREE')";
    /** One free stretch covers all of it, or the supplier said free and gave no dates. */
    private static final String FREE_THROUGHOUT =
            "case when a.listing_id is null then l.declared_availability = 'FREE' else coalesce(a.free @> tstzrange(:starts, :ends, '[)'), false) end";

    private static final String TAKEN_IN_PART =
            "case when a.listing_id is null then l.declared_availability = 'NOT_FREE' else a.all_taken or coalesce(a.taken && tstzrange(:starts, :ends, '[)'), false) end";

    /** Haversine over the same mean radius as {@code shared.Point}; an anonymous listing stands in the middle of its city. */
    private static final String KILOMETRES = """
            12742.0176 * asin(least(1, sqrt(
                power(sin(radians(spot.lat - :lat) / 2), 2)
                + cos(radians(:lat)) * cos(radians(spot.lat)) * power(sin(radians(spot.lon - :lon) / 2), 2))))
            """;

    private final EntityManager entityManager;
    private final Blocks blocks;
    private final Silence silence;
    private final Standards standards;

    ListingScan(EntityManager entityManager, Blocks blocks, Silence silence, Standards standards) {
        this.entityManager = entityManager;
        this.blocks = blocks;
        this.silence = silence;
        this.standards = standards;
    }

    /** The listings of a search as a common table expression {@code hits}, its parameters put beside. */
    private String hits(Actor viewer, ScanQuery query, Instant now, Map<String, Object> parameters) {
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        Visibility.bind(viewer, blocks.hiding(viewer), parameters);
        StringBuilder where = new StringBuilder(Visibility.VISIBLE_TO_VIEWER);
        filters(query, now, where, parameters);
        if (query.atLeastFreshness() != Freshness.SILENT) {
            where.append(" and greatest(l.last_confirmed_at, l.created_at) >= :foundSince");
            parameters.put("foundSince", silence.foundSince(now).atOffset(ZoneOffset.UTC));
        }

        boolean exactTimes = Visibility.exactTimes(viewer);
        String free = FREE_AT_ALL;
        String known = "(" + FREE_AT_ALL + " or " + TAKEN_AT_ALL + ")";
        if (query.during() != null) {
            TimeWindow during = exactTimes ? query.during() : Weeks.widened(query.during());
            parameters.put("starts", during.from().atOffset(ZoneOffset.UTC));
            parameters.put("ends", during.to().atOffset(ZoneOffset.UTC));
            free = FREE_THROUGHOUT;
            known = FREE_THROUGHOUT;
            where.append(" and not (")
                    .append(FREE_THROUGHOUT)
                    .append(" is not true and ")
                    .append(TAKEN_IN_PART)
                    .append(")");
        }
        String distance = query.near() == null ? "null::double precision" : KILOMETRES;
        if (query.near() != null) {
            parameters.put("lat", query.near().latitude());
            parameters.put("lon", query.near().longitude());
            if (query.withinKm() != null) {
                where.append(" and ").append(KILOMETRES).append(" <= :withinKm");
                parameters.put("withinKm", query.withinKm().doubleValue());
            }
        }
        // Whoever may know weeks only is told the order of weeks only.
        String freeFrom = exactTimes
                ? "a.free_from"
                : "date_trunc('week', a.free_from at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'";

        return "with hits as materialized (select l.id, l.last_confirmed_at, " + known + " as known, " + free
                + " as free, "
                + freeFrom + " as free_from, " + titleMatches(query) + " as in_title, " + distance
                + " as km, spot.lat, spot.lon"
                + " from listing l left join ("
                + (exactTimes
                        ? AHEAD.formatted("t.free", "t.taken")
                        : AHEAD.formatted(WHOLE_WEEKS.formatted("t.free"), WHOLE_WEEKS.formatted("t.taken")))
                + ") a on a.listing_id = l.id"
                + " cross join lateral (select case when l.confidentiality = 'ANONYMOUS' then l.city_latitude else l.latitude end as lat,"
                + " case when l.confidentiality = 'ANONYMOUS' then l.city_longitude else l.longitude end as lon) spot"
                + " where " + where + ")";
    }

    Scan run(Actor viewer, ScanQuery query, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = hits(viewer, query, now, parameters)
                + " select c.known as total, c.unknown as unknown_total, p.id from"
                + " (select count(*) filter (where known) as known, count(*) filter (where not known) as unknown from hits) c"
                + " left join lateral (select id, row_number() over (order by " + order(query)
                + ") as place from hits where known = :known"
                + " order by " + order(query) + " limit :size offset :skipped) p on true order by p.place";
        parameters.put("known", !query.unknown());
        parameters.put("size", query.size());
        parameters.put("skipped", Math.multiplyExact(query.page(), query.size()));

        NativeQuery<Object[]> found =
                entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        found.addScalar("total", Long.class)
                .addScalar("unknown_total", Long.class)
                .addScalar("id", UUID.class);
        bind(found, parameters);
        List<Object[]> rows = found.getResultList();
        return new Scan(
                rows.stream()
                        .filter(row -> row[2] != null)
                        .map(row -> new ListingId((UUID) row[2]))
                        .toList(),
                (Long) rows.get(0)[0],
                (Long) rows.get(0)[1]);
    }

    /** The same search, counted by cells of a grid over a part of the map. */
    List<ScanCell> cells(
            Actor viewer,
            ScanQuery query,
            double west,
            double south,
            double east,
            double north,
            double cellDegrees,
            Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = hits(viewer, query, now, parameters)
                + " select avg(lat) as lat, avg(lon) as lon, count(*) as listings from hits"
                + " where lat between :south and :north and lon between :west and :east"
                + " group by floor(lat / :cell), floor(lon / :cell) order by listings desc, lat, lon";
        parameters.put("west", west);
        parameters.put("south", south);
        parameters.put("east", east);
        parameters.put("north", north);
        parameters.put("cell", cellDegrees);
        NativeQuery<Object[]> found =
                entityManager.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        found.addScalar("lat", Double.class).addScalar("lon", Double.class).addScalar("listings", Long.class);
        bind(found, parameters);
        return found.getResultList().stream()
                .map(row -> new ScanCell(new Point((Double) row[0], (Double) row[1]), (Long) row[2]))
                .toList();
    }

    private void filters(ScanQuery query, Instant now, StringBuilder where, Map<String, Object> parameters) {
        for (int group = 0; group < query.wordGroups().size(); group++) {
            String name = "words" + group;
            where.append(" and l.search_text like any (:").append(name).append(")");
            parameters.put(
                    name, SearchText.anywhere(query.wordGroups().get(group)).toArray(String[]::new));
        }
        anyOf("l.kind", "kinds", query.kinds().stream().map(Enum::name).toList(), where, parameters);
        anyOf(
                "l.supply_mode",
                "modes",
                query.supplyModes().stream().map(Enum::name).toList(),
                where,
                parameters);
        anyOf("l.division_code", "divisions", query.divisionCodes(), where, parameters);
        able(query.able(), where, parameters);
        if (!query.placeCodes().isEmpty()) {
            where.append(
                    " and (l.province_code in (:places) or l.city_code in (:places) or (l.county_code in (:places) and l.confidentiality <> 'ANONYMOUS'))");
            parameters.put("places", query.placeCodes());
        }
        if (query.atLeast() != null) {
            where.append(" and l.quantity_dimension = :dimension and l.quantity_base >= :least");
            parameters.put("dimension", query.atLeast().unit().dimension().name());
            parameters.put("least", query.atLeast().inBase());
        }
        if (query.atLeastLevel() != null) {
            List<String> levels = java.util.Arrays.stream(VerificationLevel.values())
                    .filter(level -> level.isAtLeast(query.atLeastLevel()))
                    .map(Enum::name)
                    .toList();
            where.append("""
                     and (case when l.organisation_level in ('DOCUMENTS_CHECKED', 'VISITED') and l.organisation_verified_until < :today
                               then 'REGISTERED' else l.organisation_level end) in (:levels)""");
            parameters.put("levels", levels);
            parameters.put("today", now.atZone(Weeks.ZONE).toLocalDate());
        }
        if (query.organisation() != null) {
            where.append(" and l.organisation_id = :supplier and (l.confidentiality <> 'ANONYMOUS' or :viewerOfficial")
                    .append(" or l.organisation_id = cast(:viewerOrganisation as uuid))");
            parameters.put("supplier", query.organisation().value());
        }
        if (!query.proven().kinds().isEmpty()) {
            where.append(" and exists (").append(PAPER).append(" and c.kind in (:paperKinds))");
            parameters.put(
                    "paperKinds",
                    query.proven().kinds().stream().map(Enum::name).toList());
        }
        if (!query.proven().standards().isEmpty()) {
            where.append(" and exists (")
                    .append(PAPER)
                    .append(" and exists (select from jsonb_array_elements(c.standards) s")
                    .append(" where (s ->> 'code', s ->> 'edition') in (")
                    .append(
                            "select * from unnest(cast(:standardCodes as text[]), cast(:standardEditions as text[]))) ))");
            List<StandardEdition> accepted = standards.all().stream()
                    .filter(edition -> query.proven().accepted().contains(edition.designation()))
                    .toList();
            parameters.put(
                    "standardCodes",
                    accepted.stream().map(StandardEdition::code).toArray(String[]::new));
            parameters.put(
                    "standardEditions",
                    accepted.stream().map(StandardEdition::edition).toArray(String[]::new));
        }
        if (!query.proven().kinds().isEmpty() || !query.proven().standards().isEmpty()) {
            parameters.put("paperDay", now.atZone(Weeks.ZONE).toLocalDate());
        }
        if (query.atMostPrice() != null) {
            where.append(
                            " and l.price_currency = 'CNY' and (l.price_valid_until is null or l.price_valid_until >= :priceDay)")
                    .append(
                            " and l.price_minor * (1 + case when l.price_tax_included then 0 else l.price_tax_rate end)")
                    .append(" <= :mostMinor * l.price_per_amount * ")
                    .append(factors(query.atMostPrice().unit().dimension()));
            parameters.put("priceDay", now.atZone(Weeks.ZONE).toLocalDate());
            parameters.put("mostMinor", query.atMostPrice().perBase().movePointRight(2));
        }
        if (query.atLeastFreshness() != null && query.atLeastFreshness() != Freshness.SILENT) {
            where.append(" and l.last_confirmed_at >= :confirmedSince");
            parameters.put(
                    "confirmedSince", now.minus(query.atLeastFreshness().upTo()).atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * The text that search may know must say it too: what an anonymous line can be changed over to stands in its rows as its supplier wrote it, name
     * and all.
     */
    private static void able(Able able, StringBuilder where, Map<String, Object> parameters) {
        anyOf(
                "l.service_type",
                "services",
                able.services().stream().map(Enum::name).toList(),
                where,
                parameters);
        CleanRoom least = able.cleanRoom();
        if (least != null) {
            anyOf(
                    "l.clean_room",
                    "rooms",
                    java.util.Arrays.stream(CleanRoom.values())
                            .filter(room -> room.isAtLeast(least))
                            .map(Enum::name)
                            .toList(),
                    where,
                    parameters);
        }
        for (int group = 0; group < able.convertible().size(); group++) {
            String name = "could" + group;
            where.append(" and l.search_text like any (:")
                    .append(name)
                    .append(") and exists (select from listing_product p where p.listing_id = l.id")
                    .append(" and p.relation = 'CONVERTIBLE' and lower(p.name) like any (:")
                    .append(name)
                    .append("))");
            parameters.put(
                    name, SearchText.anywhere(able.convertible().get(group)).toArray(String[]::new));
        }
    }

    /** How many base units one of the price's unit is; null for units of other dimensions, which then compare with nothing. */
    private static String factors(Dimension dimension) {
        StringBuilder factors = new StringBuilder("case l.price_per_unit");
        Unit.all().stream()
                .filter(unit -> unit.dimension().equals(dimension))
                .forEach(unit -> factors.append(" when '")
                        .append(unit.code())
                        .append("' then ")
                        .append(unit.factor().toPlainString()));
        return factors.append(" end").toString();
    }

    private static void anyOf(
            String column,
            String name,
            Collection<String> values,
            StringBuilder where,
            Map<String, Object> parameters) {
        if (!values.isEmpty()) {
            where.append(" and ").append(column).append(" in (:").append(name).append(")");
            parameters.put(name, values);
        }
    }

    /** How many of the word groups the titles meet; they stand on the first line. */
    private static String titleMatches(ScanQuery query) {
        StringBuilder sum = new StringBuilder("0");
        for (int group = 0; group < query.wordGroups().size(); group++) {
            sum.append(" + (split_part(l.search_text, E'\\n', 1) like any (:words")
                    .append(group)
                    .append("))::int");
        }
        return sum.toString();
    }

    private static String order(ScanQuery query) {
        return switch (query.sort()) {
            case RELEVANCE -> "in_title desc, free desc, last_confirmed_at desc, id";
            case DISTANCE -> "km, in_title desc, last_confirmed_at desc, id";
            case EARLIEST -> "free desc, free_from nulls last, in_title desc, last_confirmed_at desc, id";
        };
    }

    private static void bind(Query query, Map<String, Object> parameters) {
        NativeQuery<?> typed = query.unwrap(NativeQuery.class);
        parameters.forEach((name, value) -> {
            if (value instanceof Collection<?> many) {
                typed.setParameterList(name, many);
            } else {
                typed.setParameter(name, value);
            }
        });
    }
}
