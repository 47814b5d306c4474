package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.shared.OrganisationId;

/** Finds organisations that may be one: by code, by name variants within a place, by telephone. Set-based; a pair is suspected once. */
@ApplicationScoped
class Duplicates {

    private static final int AT_ONCE = 500;

    /**
     * Each ground has an index of its own to find the other by; what holds besides is said of the pairs found. Nothing is found of what was merged.
     */
    private static final String FIND = """
            with one as (
                select id, name_key, name_core, mobile, place_code, credit_code from organisation
                where id = any (:ids) and standing <> 'MERGED'
            ), pair as (
                select o.id as a, x.id as b from one o join organisation x on substr(x.credit_code, 9, 9) = substr(o.credit_code, 9, 9)
                where x.credit_code is not null and x.standing <> 'MERGED'
                union select o.id, x.id from one o join organisation x on x.name_key = o.name_key where x.standing <> 'MERGED'
                union select o.id, x.id from one o join organisation x on x.name_core = o.name_core
                    where x.standing <> 'MERGED' and left(x.place_code, 2) = left(o.place_code, 2)
                union select o.id, x.id from one o
                    join organisation x on left(x.place_code, 4) = left(o.place_code, 4) and left(x.name_core, 2) = left(o.name_core, 2)
                    where x.standing <> 'MERGED' and length(o.name_core) between 4 and 60 and length(x.name_core) between 4 and 60
                        and levenshtein_less_equal(x.name_core, o.name_core, 1) <= 1
                union select o.id, x.id from one o join organisation x on x.mobile = o.mobile
                    where x.mobile is not null and x.standing <> 'MERGED'
            ), ground as (
                select distinct least(p.a, p.b) as first_id, greatest(p.a, p.b) as second_id, array_remove(array[
                    case when substr(f.credit_code, 9, 9) = substr(s.credit_code, 9, 9) then 'CODE' end,
                    case when f.name_key = s.name_key then 'SAME_NAME'
                         when f.name_core = s.name_core and left(f.place_code, 2) = left(s.place_code, 2) then 'NAME'
                         when left(f.place_code, 4) = left(s.place_code, 4) and left(f.name_core, 2) = left(s.name_core, 2)
                             and length(f.name_core) between 4 and 60 and length(s.name_core) between 4 and 60
                             and levenshtein_less_equal(f.name_core, s.name_core, 1) <= 1 then 'NEAR_NAME' end,
                    case when f.mobile = s.mobile then 'PHONE' end,
                    case when left(f.place_code, 4) = left(s.place_code, 4) then 'PLACE' end], null) as grounds
                from pair p join organisation f on f.id = least(p.a, p.b) join organisation s on s.id = greatest(p.a, p.b)
                where p.a <> p.b
            )
            insert into duplicate_suspicion (first_id, second_id, grounds, strength, found_at)
            select first_id, second_id, grounds,
                (select sum(case g when 'CODE' then %d when 'SAME_NAME' then %d when 'NAME' then %d when 'NEAR_NAME' then %d when 'PHONE' then %d else %d end)
                 from unnest(grounds) g), :now
            from ground
            on conflict (first_id, second_id) do update set grounds = excluded.grounds, strength = excluded.strength
                where duplicate_suspicion.state = 'OPEN' and duplicate_suspicion.grounds <> excluded.grounds
            """.formatted(
                    Ground.CODE.strength(),
                    Ground.SAME_NAME.strength(),
                    Ground.NAME.strength(),
                    Ground.NEAR_NAME.strength(),
                    Ground.PHONE.strength(),
                    Ground.PLACE.strength());

    private final EntityManager database;
    private final Places places;
    private final Clock clock;

    Duplicates(EntityManager database, Places places, Clock clock) {
        this.database = database;
        this.places = places;
        this.clock = clock;
    }

    /** Those that may be the same as one of these. Returns how many pairs are new or say something else. */
    int lookAround(Collection<OrganisationId> ids) {
        UUID[] all = ids.stream().map(OrganisationId::value).toArray(UUID[]::new);
        writeCores(all);
        return find(all, clock.instant());
    }

    /** The next of all organisations in the order of their ids, after the last one; none when there is none left. */
    List<OrganisationId> after(Optional<OrganisationId> last) {
        List<?> next = database.createNativeQuery(
                        "select id from organisation where standing <> 'MERGED' and id > :last order by id", UUID.class)
                .setParameter("last", last.map(OrganisationId::value).orElse(new UUID(0, 0)))
                .setMaxResults(AT_ONCE)
                .getResultList();
        return next.stream().map(UUID.class::cast).map(OrganisationId::new).toList();
    }

    /** Names are compared by their cores, so those of all are written before any are compared. */
    void writeCores(Collection<OrganisationId> ids) {
        writeCores(ids.stream().map(OrganisationId::value).toArray(UUID[]::new));
    }

    private int find(UUID[] ids, Instant now) {
        return database.createNativeQuery(FIND)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .executeUpdate();
    }

    private void writeCores(UUID[] ids) {
        List<?> rows = database.createNativeQuery(
                        "select id, name, place_code, name_core from organisation where id = any (:ids) order by id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        List<UUID> changed = new ArrayList<>();
        List<String> cores = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            String core = coreOf((String) columns[1], String.valueOf(columns[2]));
            if (!core.equals(columns[3])) {
                changed.add((UUID) columns[0]);
                cores.add(core);
            }
        }
        if (!changed.isEmpty()) {
            database.createNativeQuery("""
                            update organisation o set name_core = c.core
                            from unnest(cast(:ids as uuid[]), cast(:cores as text[])) as c (id, core) where o.id = c.id
                            """)
                    .setParameter("ids", changed.toArray(UUID[]::new))
                    .setParameter("cores", cores.toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** What the name of an organisation there is compared by. */
    String coreOf(String name, String placeCode) {
        return NameCore.of(name, around(placeCode));
    }

    /** The place and those that hold it. */
    private List<Place> around(String code) {
        return places.byCode(code).stream()
                .flatMap(
                        place -> Stream.of(Optional.of(place), places.city(place), Optional.of(places.province(place))))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    static List<Ground> grounds(Object column) {
        return Arrays.stream(((String) column).split(",")).map(Ground::valueOf).toList();
    }
}
