package org.muster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The rows of the trail: written in batches, read page by page. The database lets nobody change them. */
@ApplicationScoped
class AuditEntries {

    /** A deed about to be written; its id comes from the database. */
    record Deed(
            Instant at,
            Optional<UUID> actor,
            String actorName,
            Optional<UUID> organisation,
            String action,
            String subjectKind,
            UUID subject,
            String details) {}

    /** One deed done to many things of a kind; the line names them all under the same word, and is part of the trail of each. */
    private static final Map<String, String> MANY =
            new TreeMap<>(Map.of("listing", "listings", "organisation", "organisations"));

    private static final String COLUMNS =
            "id, at, actor_id, actor_name, organisation_id, action, subject_kind, subject_id, details::text";

    /** Walks the index from one value to the next, so that few values among millions of rows are found at once. */
    private static final String DISTINCT = """
            with recursive one as (
                (select %1$s as value from audit_entry order by %1$s limit 1)
                union all
                select (select %1$s from audit_entry where %1$s > one.value order by %1$s limit 1) from one where one.value is not null
            )
            select value from one where value is not null
            """;

    private final DataSource database;

    @Inject
    AuditEntries(DataSource database) {
        this.database = database;
    }

    void add(Collection<Deed> deeds) {
        // One statement: what is not waiting to be sealed from the beginning was not written here.
        String sql = """
                with written as (
                    insert into audit_entry (at, actor_id, actor_name, organisation_id, action, subject_kind, subject_id, details)
                    select * from unnest(
                        ?::timestamptz[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[]::jsonb[])
                    returning id
                )
                insert into audit_unsealed (entry_id) select id from written
                """;
        with(sql, (connection, statement) -> {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "timestamptz", array(deeds, deed -> at(deed.at()).toString())));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", array(deeds, deed -> deed.actor().orElse(null))));
            statement.setArray(3, connection.createArrayOf("text", array(deeds, Deed::actorName)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid", array(deeds, deed -> deed.organisation().orElse(null))));
            statement.setArray(5, connection.createArrayOf("text", array(deeds, Deed::action)));
            statement.setArray(6, connection.createArrayOf("text", array(deeds, Deed::subjectKind)));
            statement.setArray(7, connection.createArrayOf("uuid", array(deeds, Deed::subject)));
            statement.setArray(8, connection.createArrayOf("text", array(deeds, Deed::details)));
            return statement.executeUpdate();
        });
    }

    private static Object[] array(Collection<Deed> deeds, Function<Deed, ?> part) {
        return deeds.stream().map(part).toArray();
    }

    List<AuditEntry> find(AuditQuery query) {
        Where where = where(query);
        String sql = "select " + COLUMNS + " from audit_entry" + where.sql + " order by id desc limit ? offset ?";
        return with(sql, (connection, statement) -> {
            int next = where.bind(statement);
            statement.setInt(next, query.size());
            statement.setLong(next + 1, (long) (query.page() - 1) * query.size());
            List<AuditEntry> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new AuditEntry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rows.getObject(3, UUID.class)),
                            rows.getString(4),
                            Optional.ofNullable(rows.getObject(5, UUID.class)),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getObject(8, UUID.class),
                            rows.getString(9)));
                }
            }
            return found;
        });
    }

    long count(AuditQuery query, int most) {
        Where where = where(query);
        return with(
                "select count(*) from (select from audit_entry" + where.sql + " limit ?) as counted",
                (connection, statement) -> {
                    statement.setInt(where.bind(statement), most);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    List<String> actions() {
        return values("action");
    }

    List<String> subjectKinds() {
        return values("subject_kind");
    }

    private List<String> values(String column) {
        return with(DISTINCT.formatted(column), (connection, statement) -> {
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        });
    }

    private record Where(String sql, List<Object> values) {
        int bind(PreparedStatement statement) throws SQLException {
            int next = 1;
            for (Object value : values) {
                statement.setObject(next++, value);
            }
            return next;
        }
    }

    private static Where where(AuditQuery query) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.actor().ifPresent(name -> {
            conditions.add("lower(actor_name) like ? escape '!'");
            values.add(name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        });
        query.action().ifPresent(action -> {
            conditions.add("action = ?");
            values.add(action);
        });
        query.subjectKind().ifPresent(kind -> {
            String many = MANY.get(kind);
            conditions.add(many == null ? "subject_kind = ?" : "subject_kind in (?, '" + many + "')");
            values.add(kind);
        });
        query.subject().ifPresent(subject -> {
            StringBuilder told = new StringBuilder("(subject_id = ?");
            values.add(subject);
            for (String many : MANY.values()) {
                told.append(" or (subject_kind = '")
                        .append(many)
                        .append("' and details -> '")
                        .append(many)
                        .append("' @> jsonb_build_array(cast(? as text)))");
                values.add(subject.toString());
            }
            conditions.add(told.append(')').toString());
        });
        query.from().ifPresent(from -> {
            conditions.add("at >= ?");
            values.add(at(from));
        });
        query.to().ifPresent(to -> {
            conditions.add("at < ?");
            values.add(at(to));
        });
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit's table did not answer", e);
        }
    }
}
