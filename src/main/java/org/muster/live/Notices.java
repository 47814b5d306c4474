package org.muster.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of {@code live_notice}: only ever added at the end, read from behind a known one, swept from the front. */
@ApplicationScoped
class Notices {

    /** What LISTEN and NOTIFY name. */
    static final String CHANNEL = "muster_live";

    /** "muster/live" as a number nobody else uses. */
    private static final long KEY = 0x6d75_7374_6572_0002L;

    private static final int READ_AT_ONCE = 1_000;

    private final DataSource database;

    Notices(DataSource database) {
        this.database = database;
    }

    /**
     * Within the running transaction. The lock is held until it has committed, so the order of ids is the order in which readers come to
     * see them, and whoever has read up to one has missed none before it. NOTIFY is heard at the commit.
     */
    void write(Collection<Topic> topics, Instant now) {
        ask("select pg_advisory_xact_lock(?)", statement -> {
            statement.setLong(1, KEY);
            return statement.execute();
        });
        ask(
                "insert into live_notice (kind, subject_id, told_at) select kind, id, ? from unnest(?::text[], ?::uuid[]) as topic (kind, id)",
                statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    statement.setArray(
                            2,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text",
                                            topics.stream().map(Topic::kind).toArray()));
                    statement.setArray(
                            3,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "uuid",
                                            topics.stream().map(Topic::id).toArray()));
                    return statement.executeUpdate();
                });
        ask("select pg_notify(?, '')", statement -> {
            statement.setString(1, CHANNEL);
            return statement.execute();
        });
    }

    /** The next ones behind a known one, in order, a thousand at most. */
    List<Notice> after(long known) {
        return ask("select id, kind, subject_id from live_notice where id > ? order by id limit ?", statement -> {
            statement.setLong(1, known);
            statement.setInt(2, READ_AT_ONCE);
            return notices(statement);
        });
    }

    /** Those behind a known one that concern the topics. */
    List<Notice> after(long known, Collection<Topic> topics) {
        String sql = """
                select max(n.id), n.kind, n.subject_id
                from live_notice n join unnest(?::text[], ?::uuid[]) as topic (kind, id) on topic.kind = n.kind and topic.id = n.subject_id
                where n.id > ? group by n.kind, n.subject_id order by 1
                """;
        return ask(sql, statement -> {
            statement.setArray(
                    1,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text", topics.stream().map(Topic::kind).toArray()));
            statement.setArray(
                    2,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "uuid", topics.stream().map(Topic::id).toArray()));
            statement.setLong(3, known);
            return notices(statement);
        });
    }

    /** Zero when there is none. */
    long last() {
        return number("select coalesce(max(id), 0) from live_notice");
    }

    /** The first that is still kept; what came before it was swept. Zero when there is none. */
    long first() {
        return number("select coalesce(min(id), 0) from live_notice");
    }

    /** Forgets what is older, but never the last, from the front without leaving a hole. */
    int sweep(Instant before) {
        String sql = """
                delete from live_notice
                where id <= (select max(id) from live_notice where told_at < ?) and id < (select max(id) from live_notice)
                """;
        return ask(sql, statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    private static List<Notice> notices(PreparedStatement statement) throws SQLException {
        List<Notice> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Notice(rows.getLong(1), new Topic(rows.getString(2), rows.getObject(3, UUID.class))));
            }
        }
        return found;
    }

    private long number(String sql) {
        return ask(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private interface Question<T> {
        T to(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.to(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The notices did not answer", e);
        }
    }
}
