package org.muster.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Glossary;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.search.Asked;

/**
 * Many listings at once, by a handful of set-based statements: the glossary's words in titles and products, real cities, all kinds, modes,
 * levels and ages, free, taken and unknown windows. The same every time: what varies is a hash of the row's number.
 */
@ApplicationScoped
class GeneratedSupply {

    /** A number from 0 to {@code n - 1} for row {@code i}, apart for each purpose. */
    private static final String PICK = "(abs(hashint8extended(i, %d) %% %d))::int";

    /** What recipes ask for. */
    private static final List<String> PAPERS =
            List.of("LABORATORY", "TEST_REPORT", "HYGIENE_LICENCE", "REGISTRATION", "PRODUCTION_LICENCE");

    @Inject
    DataSource database;

    @Inject
    Places places;

    @Inject
    Glossary glossary;

    @Inject
    Asked asked;

    @Inject
    RestClient elasticsearch;

    private @Nullable Indexed indexed;

    /** How many listings the index holds, and how long it took to build it. */
    record Indexed(long listings, double seconds) {}

    /** Fills the market and builds the index of it, once for all benchmarks of a run. */
    synchronized Indexed indexed(int listings) throws SQLException, IOException {
        Indexed there = indexed;
        if (there == null) {
            fill(Math.max(10, listings / 50), listings);
            long begun = System.nanoTime();
            there = new Indexed(asked.rebuild(), (System.nanoTime() - begun) / 1e9);
            elasticsearch.performRequest(new Request("POST", "/listings/_forcemerge?max_num_segments=5"));
            indexed = there;
        }
        return there;
    }

    private void fill(int organisations, int listings) throws SQLException {
        try (Connection connection = database.getConnection()) {
            vocabulary(connection);
            run(connection, ORGANISATIONS, organisations);
            run(connection, SITES, organisations);
            for (String kind : PAPERS) {
                run(connection, papers(kind), organisations);
            }
            run(connection, listings(organisations), listings);
            run(connection, products(0), listings);
            run(connection, products(1), listings);
            run(connection, OPERATIONS, listings);
            for (int window = 0; window < 3; window++) {
                run(connection, windows(window), listings);
            }
            try (var statement = connection.createStatement()) {
                statement.execute("drop table word, city");
                statement.execute("analyze");
            }
        }
    }

    private void vocabulary(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table word (n int primary key, zh text not null, en text not null)");
            statement.execute(
                    "create temporary table city (n int primary key, code text, province text, lat float8, lon float8)");
        }
        List<Term> terms = glossary.terms().all().stream()
                .filter(term -> term.kind() == TermKind.PRODUCT
                        || term.kind() == TermKind.MATERIAL
                        || term.kind() == TermKind.EQUIPMENT)
                .toList();
        try (PreparedStatement insert = connection.prepareStatement("insert into word values (?, ?, ?)")) {
            for (int n = 0; n < terms.size(); n++) {
                insert.setInt(1, n);
                insert.setString(2, terms.get(n).zh());
                insert.setString(3, terms.get(n).en());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        List<Place> cities = new ArrayList<>();
        for (Place province : places.provinces()) {
            cities.addAll(places.children(province.code()));
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into city values (?, ?, ?, ?, ?)")) {
            for (int n = 0; n < cities.size(); n++) {
                Place city = cities.get(n);
                insert.setInt(1, n);
                insert.setString(2, city.code());
                insert.setString(3, places.province(city).code());
                insert.setDouble(4, city.point().latitude());
                insert.setDouble(5, city.point().longitude());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void run(Connection connection, String sql, int rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, rows);
            statement.executeUpdate();
        }
    }

    private static String pick(int purpose, int of) {
        return PICK.formatted(purpose, of);
    }

    private static String id(String what) {
        return "md5('" + what + "' || i)::uuid";
    }

    private static final String ORGANISATIONS = """
            insert into organisation (id, name, name_key, standing, makes, place_code, verification_level, source, source_date, created_at)
            select %s, '生成企业' || i || '有限公司', 'generated' || i,
                   case when p = 0 then 'PROVISIONAL' else 'REGISTERED' end, '', c.code,
                   (array['UNCLAIMED', 'REGISTERED', 'DOCUMENTS_CHECKED', 'VISITED'])[p + 1],
                   case when p = 0 then 'benchmark' end, case when p = 0 then date '2026-01-31' end, now()
            from (select i, %s as p, %s as c from generate_series(1, ?) i) r join city c on c.n = r.c %% (select count(*) from city)
            """.formatted(id("o"), pick(1, 4), pick(2, 100_000));

    private static final String SITES = """
            insert into site (id, organisation_id, name, place_code, latitude, longitude, datum, exactness)
            select %s, o.id, '厂区', o.place_code, c.lat, c.lon, 'WGS84', 'CENTROID'
            from generate_series(1, ?) i join organisation o on o.id = %s join city c on c.code = o.place_code
            """.formatted(id("s"), id("o"));

    /** Two of three organisations show each of these, for all they make; a tenth of these ran out, and their people know. */
    private static String papers(String kind) {
        int purpose = 40 + PAPERS.indexOf(kind);
        return """
            insert into certificate (id, organisation_id, kind, number, issuer, relation, valid_from, valid_to, warned_days, created_at, stated_at)
            select md5('%1$s' || i)::uuid, o.id, '%1$s', '%1$s-' || i, '生成', 'OWN', current_date - 400,
                   current_date + case when p %% 10 = 0 then -5 else 300 end, case when p %% 10 = 0 then -1 end, now(), now()
            from (select i, %2$s as p from generate_series(1, ?) i) r join organisation o on o.id = %3$s where p < 67
            """.formatted(kind, pick(purpose, 100), id("o"));
    }

    private static String listings(int organisations) {
        return """
            insert into listing (id, organisation_id, site_id, organisation_name, organisation_level, organisation_provisional,
                place_code, province_code, city_code, latitude, longitude, city_latitude, city_longitude,
                kind, state, confidentiality, title, title_en, description, division_code, supply_mode,
                quantity_amount, quantity_unit, quantity_base, quantity_dimension,
                price_minor, price_currency, price_per_amount, price_per_unit, price_tax_included, price_invoice, price_delivery,
                declared_availability, last_confirmed_at, confirmed_by, own_text, created_at, updated_at)
            select %s, o.id, s.id, o.name, o.verification_level, o.verification_level = 'UNCLAIMED',
                o.place_code, c.province, c.code, s.latitude + (p1 - 50) / 500.0, s.longitude + (p2 - 50) / 500.0, c.lat, c.lon,
                (array['PRODUCTION_LINE', 'MATERIAL', 'EQUIPMENT', 'SERVICE'])[k + 1], 'PUBLISHED',
                case when p1 < 90 then 'PUBLIC' when p1 < 94 then 'VERIFIED_BUYERS' when p1 < 98 then 'ANONYMOUS' else 'COORDINATORS_ONLY' end,
                w.zh || (array['生产线', '现货', '设备', '加工服务'])[k + 1] || ' ' || i,
                case when p2 < 40 then w.en || (array[' line ', ' in stock ', ' machine ', ' service '])[k + 1] || i end,
                '可供' || w.zh || '与' || w2.zh || '，支持来料加工，交期' || p2 || '天。',
                lpad((13 + p1 %% 30)::text, 2, '0'),
                (array['FINISHED_STOCK', 'ALL_IN', 'PROCESSING', 'LINE_FOR_HIRE', 'UNSAID'])[p2 %% 5 + 1],
                100 * (1 + p1 * p2), case when k = 1 then 'kg' else 'piece' end, 100 * (1 + p1 * p2), case when k = 1 then 'mass' else 'count' end,
                100 + p1 * 7, 'CNY', 1, case when k = 1 then 'kg' else 'piece' end, p1 %% 2 = 0, 'UNSAID', 'EX_WORKS',
                (array['FREE', 'NOT_FREE', 'UNKNOWN'])[p2 %% 3 + 1], now() - (p1 * 2 || ' days')::interval, 'generated',
                lower(w.zh || ' ' || w.en || ' ' || w2.zh || ' ' || i), now(), now()
            from (select i, %s as p1, %s as p2, %s as k, %s as w, %s as w2, 1 + %s as org from generate_series(1, ?) i) r
            join organisation o on o.id = md5('o' || r.org)::uuid
            join site s on s.organisation_id = o.id
            join city c on c.code = o.place_code
            join word w on w.n = r.w %% (select count(*) from word)
            join word w2 on w2.n = r.w2 %% (select count(*) from word)
            """.formatted(
                        id("l"),
                        pick(3, 100),
                        pick(4, 100),
                        pick(5, 4),
                        pick(6, 100_000),
                        pick(7, 100_000),
                        pick(8, organisations));
    }

    private static String products(int position) {
        return """
            insert into listing_product (listing_id, position, name, relation)
            select %s, %d, w.zh, '%s' from (select i, %s as w from generate_series(1, ?) i) r
            join word w on w.n = r.w %% (select count(*) from word)
            """.formatted(
                id("l"), position, position == 0 ? "MAKES" : "CONVERTIBLE", pick(position == 0 ? 6 : 7, 100_000));
    }

    private static final String OPERATIONS = """
            insert into listing_operation (listing_id, position, name)
            select %s, 0, w.zh from (select i, %s as w from generate_series(1, ?) i) r join word w on w.n = r.w %% (select count(*) from word)
            """.formatted(id("l"), pick(9, 100_000));

    /** For two listings of three a window of each of three stretches of time; free, taken or unknown. */
    private static String windows(int nth) {
        return """
            insert into capacity_window (id, listing_id, during, availability, created_at)
            select md5('w%1$d' || i)::uuid, %2$s,
                   tstzrange(now() + (%3$d + p / 10 || ' days')::interval, now() + (%3$d + 12 + p / 10 || ' days')::interval),
                   (array['FREE', 'FREE', 'NOT_FREE', 'UNKNOWN'])[p %% 4 + 1], now()
            from (select i, %4$s as p from generate_series(1, ?) i) r where p < 67
            """.formatted(nth, id("l"), nth * 25 - 10, pick(20 + nth, 100));
    }
}
