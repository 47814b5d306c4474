package org.muster.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;

/** The rows of the outbox, set-based: a batch is one statement. Every call joins the transaction that is running. */
@ApplicationScoped
class Deliveries {

    /** One event that waits for one channel. */
    record Waiting(long message, String type, String payload, int attempts) {}

    private static final String WRITE = """
            with message as (
                insert into outbox_message (aggregate_kind, aggregate_id, type, payload, occurred_at)
                select kind, id, type, payload::jsonb, ?
                from unnest(?::text[], ?::uuid[], ?::text[], ?::text[]) with ordinality as event (kind, id, type, payload, position)
                order by position
                returning id, type, aggregate_kind, aggregate_id, occurred_at
            )
            insert into outbox_delivery (message_id, channel, aggregate_kind, aggregate_id, due_at)
            select message.id, wants.channel, message.aggregate_kind, message.aggregate_id, message.occurred_at
            from message join unnest(?::text[], ?::text[]) as wants (type, channel) on wants.type = message.type
            """;

    /**
     * The oldest waiting event of each thing, if it is due and no other worker has it. What somebody else holds is skipped,
     * and what follows it is held back because it still waits: so order holds with any number of workers.
     *
     * <p>The inner query is kept from becoming a join by its limit: one probe of an index for each row claimed, whatever the planner
     * believes of a table that has just received an import.
     */
    private static final String CLAIM = """
            select d.message_id, m.type, m.payload::text, d.attempts
            from outbox_delivery d join outbox_message m on m.id = d.message_id
            where d.channel = ? and d.delivered_at is null and d.parked_at is null and d.due_at <= ?
                and (
                    select earlier.message_id from outbox_delivery earlier
                    where earlier.channel = d.channel and earlier.aggregate_kind = d.aggregate_kind
                        and earlier.aggregate_id = d.aggregate_id and earlier.message_id < d.message_id
                        and earlier.delivered_at is null and earlier.parked_at is null
                    limit 1) is null
            order by d.due_at, d.message_id
            limit ?
            for update of d skip locked
            """;

    private static final String CLAIM_ONE = """
            select d.message_id, m.type, m.payload::text, d.attempts
            from outbox_delivery d join outbox_message m on m.id = d.message_id
            where d.channel = ? and d.message_id = ? and d.delivered_at is null and d.parked_at is null
            for update of d skip locked
            """;

    private final DataSource database;
    private final EventTypes types;

    @Inject
    Deliveries(DataSource database, EventTypes types) {
        this.database = database;
        this.types = types;
    }

    /** Writes down those of the events that some channel wants. */
    void write(Collection<? extends DomainEvent> events, Instant now) {
        List<DomainEvent> wanted = new ArrayList<>();
        Set<List<String>> wants = new LinkedHashSet<>();
        for (DomainEvent event : events) {
            List<String> channels = types.channelsFor(event);
            if (!channels.isEmpty()) {
                wanted.add(event);
                channels.forEach(channel -> wants.add(List.of(EventTypes.nameOf(event), channel)));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        with(WRITE, (connection, statement) -> {
            statement.setObject(1, at(now));
            statement.setArray(
                    2,
                    texts(
                            connection,
                            wanted.stream().map(DomainEvent::aggregateKind).toList()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid",
                            wanted.stream().map(DomainEvent::aggregateId).toArray(UUID[]::new)));
            statement.setArray(
                    4, texts(connection, wanted.stream().map(EventTypes::nameOf).toList()));
            statement.setArray(
                    5, texts(connection, wanted.stream().map(types::write).toList()));
            statement.setArray(
                    6, texts(connection, wants.stream().map(want -> want.get(0)).toList()));
            statement.setArray(
                    7, texts(connection, wants.stream().map(want -> want.get(1)).toList()));
            return statement.executeUpdate();
        });
    }

    /** Locks what this channel may be told now, oldest first. */
    List<Waiting> claim(String channel, Instant now, int most) {
        return with(CLAIM, (connection, statement) -> {
            statement.setString(1, channel);
            statement.setObject(2, at(now));
            statement.setInt(3, most);
            return waiting(statement);
        });
    }

    /** Locks one event again; empty when another worker has it or has delivered it meanwhile. */
    Optional<Waiting> claimOne(String channel, long message) {
        return with(CLAIM_ONE, (connection, statement) -> {
            statement.setString(1, channel);
            statement.setLong(2, message);
            return waiting(statement).stream().findFirst();
        });
    }

    void delivered(String channel, Collection<Waiting> batch, Instant now) {
        with(
                "update outbox_delivery set delivered_at = ?, failure = null where channel = ? and message_id = any (?)",
                (connection, statement) -> {
                    statement.setObject(1, at(now));
                    statement.setString(2, channel);
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "bigint",
                                    batch.stream().map(Waiting::message).toArray(Long[]::new)));
                    return statement.executeUpdate();
                });
    }

    void failed(String channel, long message, String failure, Instant dueAgain, @Nullable Instant parkedAt) {
        with(
                "update outbox_delivery set attempts = attempts + 1, failure = ?, due_at = ?, parked_at = ?"
                        + " where channel = ? and message_id = ? and delivered_at is null",
                (connection, statement) -> {
                    statement.setString(1, failure);
                    statement.setObject(2, at(dueAgain));
                    statement.setObject(3, parkedAt == null ? null : at(parkedAt));
                    statement.setString(4, channel);
                    statement.setLong(5, message);
                    return statement.executeUpdate();
                });
    }

    /** How many could be claimed now if no other worker held them. */
    long due(String channel, Instant now) {
        return with(
                "select count(*) from outbox_delivery where channel = ? and delivered_at is null and parked_at is null and due_at <= ?",
                (connection, statement) -> {
                    statement.setString(1, channel);
                    statement.setObject(2, at(now));
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }

    OutboxStatus status(String channel) {
        String sql = """
                select count(*) filter (where d.parked_at is null), count(*) filter (where d.parked_at is not null),
                    min(m.occurred_at) filter (where d.parked_at is null),
                    (select failure from outbox_delivery f where f.channel = ? and f.delivered_at is null and f.failure is not null
                        order by f.due_at desc limit 1)
                from outbox_delivery d join outbox_message m on m.id = d.message_id
                where d.channel = ? and d.delivered_at is null
                """;
        return with(sql, (connection, statement) -> {
            statement.setString(1, channel);
            statement.setString(2, channel);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new OutboxStatus(
                        channel,
                        rows.getLong(1),
                        rows.getLong(2),
                        Optional.ofNullable(rows.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(rows.getString(4)));
            }
        });
    }

    /** Gives parked events new attempts, from now on. */
    int unpark(String channel, Instant now) {
        return with(
                "update outbox_delivery set parked_at = null, attempts = 0, due_at = ? where channel = ? and parked_at is not null",
                (connection, statement) -> {
                    statement.setObject(1, at(now));
                    statement.setString(2, channel);
                    return statement.executeUpdate();
                });
    }

    /** Forgets what happened before and was delivered to all. */
    int sweep(Instant before, int most) {
        String sql = """
                delete from outbox_message where id in (
                    select m.id from outbox_message m
                    where m.occurred_at < ?
                        and not exists (select from outbox_delivery d where d.message_id = m.id and d.delivered_at is null)
                    limit ?)
                """;
        return with(sql, (connection, statement) -> {
            statement.setObject(1, at(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        });
    }

    private static List<Waiting> waiting(PreparedStatement statement) throws SQLException {
        List<Waiting> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Waiting(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getInt(4)));
            }
        }
        return found;
    }

    private static Array texts(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
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
            throw new IllegalStateException("The outbox's tables did not answer", e);
        }
    }
}
