package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.muster.identity.Actor;
import org.muster.identity.Role;

/** Counts supply by division and by place, in the database. Nothing is counted that the viewer may not see, nor nearer than they may see it. */
@ApplicationScoped
class Coverages {

    private static final Duration FRESH = Duration.ofDays(30);

    private static final String COUNTED = """
            select %s as code, count(*), count(distinct organisation_id),
                count(distinct organisation_id) filter (where organisation_level in ('DOCUMENTS_CHECKED', 'VISITED')
                    and (organisation_verified_until is null or organisation_verified_until >= cast(:today as date))),
                count(*) filter (where kind = 'PRODUCTION_LINE'), count(*) filter (where kind = 'MATERIAL'),
                count(*) filter (where kind = 'EQUIPMENT'), count(*) filter (where kind = 'SERVICE'),
                count(*) filter (where last_confirmed_at >= :fresh)
            from listing
            where state = 'PUBLISHED' and (:official or confidentiality in ('PUBLIC', 'ANONYMOUS'))
                and case when confidentiality = 'ANONYMOUS' and not :official then city_code else place_code end
                    like any (cast(:areas as text[]))
            group by 1 order by 2 desc, 1
            """;

    private final EntityManager database;

    Coverages(EntityManager database) {
        this.database = database;
    }

    /** @param areas the beginnings of place codes; one that is empty stands for everywhere */
    Coverage of(Actor viewer, List<String> areas, boolean byCity, Instant now) {
        return new Coverage(
                rows(viewer, "coalesce(division_code, '')", areas, now),
                rows(viewer, byCity ? "city_code" : "province_code", areas, now));
    }

    private List<Coverage.Row> rows(Actor viewer, String by, List<String> areas, Instant now) {
        List<?> rows = database.createNativeQuery(COUNTED.formatted(by), Object[].class)
                .setParameter("today", now.atZone(Weeks.ZONE).toLocalDate().toString())
                .setParameter("fresh", now.minus(FRESH))
                .setParameter("official", viewer.is(Role.OPERATOR) || viewer.is(Role.COORDINATOR))
                .setParameter(
                        "areas",
                        "{"
                                + String.join(
                                        ",",
                                        areas.stream().map(area -> area + "%").toList()) + "}")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Coverage.Row(
                        String.valueOf(row[0]).strip(),
                        count(row[1]),
                        count(row[2]),
                        count(row[3]),
                        count(row[4]),
                        count(row[5]),
                        count(row[6]),
                        count(row[7]),
                        count(row[8])))
                .toList();
    }

    private static long count(Object column) {
        return ((Number) column).longValue();
    }
}
