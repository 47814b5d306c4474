package org.muster.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.TimeWindow;

/**
 * The rows of one hold by plain JDBC, prepared once, one statement a table: no question asked, no rule looked at, nothing remembered. What
 * the database checks by itself it checks here too.
 */
class RawHolds implements AutoCloseable {

    private static final String ANSWER = """
            {"hold": {"id": "%1$s", "holder": "%2$s", "placedBy": null, "placedByName": "测量", "placedAt": "%3$s", "until": "%3$s",
             "reason": "测量", "own": false, "claims": [{"id": "%1$s", "listing": "%2$s", "supplier": "%2$s", "state": "HELD", "changedAt": "%3$s",
             "kind": "TIME", "from": "%3$s", "to": "%3$s"}]}, "refusals": []}
            """;

    private static final String EVENT = """
            {"hold": {"value": "%s"}, "listings": [{"value": "%s"}], "reason": "测量"}
            """;

    private final Connection connection;
    private final List<String> channels;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

    RawHolds(Connection connection, List<String> channels) {
        this.connection = connection;
        this.channels = channels;
    }

    /** @param during of exclusive time; null for a kilogram of a lot */
    void write(int number, UUID holder, UUID listing, UUID supplier, @Nullable TimeWindow during, OffsetDateTime now)
            throws SQLException {
        UUID hold = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        OffsetDateTime until = now.plusMinutes(30);
        String range = during == null ? null : "[" + during.from() + "," + during.to() + ")";
        BigDecimal amount = during == null ? BigDecimal.ONE : null;
        String sells = during == null ? "LOT mass" : "TIME";
        if (during == null) {
            run("update lot set reserved = reserved + ? where listing_id = ?", amount, listing);
        }
        run(
                "insert into hold (id, organisation_id, placed_by_name, placed_at, until, reason, own) values (?, ?, ?, ?, ?, ?, false)",
                hold,
                holder,
                "测量",
                now,
                until,
                "测量");
        run(
                "insert into claim (id, hold_id, position, listing_id, supplier_id, kind, during, amount, unit, state, changed_at)"
                        + " values (?, ?, 1, ?, ?, ?, ?::tstzrange, ?::numeric, ?, 'HELD', ?)",
                claim,
                hold,
                listing,
                supplier,
                during == null ? "AMOUNT" : "TIME",
                range,
                amount,
                during == null ? "kilogram" : null,
                now);
        run(
                "insert into occupancy (claim_id, hold_id, listing_id, sells, state, until, during, amount)"
                        + " values (?, ?, ?, ?, 'HELD', ?, ?::tstzrange, ?::numeric)",
                claim,
                hold,
                listing,
                sells,
                until,
                range,
                amount);
        run(
                "insert into ledger_entry (at, kind, hold_id, claim_id, listing_id, organisation_id, sells, during, amount, until, actor_name,"
                        + " actor_organisation, reason, key) values (?, 'HELD', ?, ?, ?, ?, ?, ?::tstzrange, ?::numeric, ?, ?, ?, ?, ?)",
                now,
                hold,
                claim,
                listing,
                holder,
                sells,
                range,
                amount,
                until,
                "测量",
                holder,
                "测量",
                "r" + number);
        run(
                "insert into ledger_answer (organisation_id, key, fingerprint, hold_id, answer, at) values (?, ?, ?, ?, ?::jsonb, ?)",
                holder,
                "r" + number,
                hold.toString(),
                hold,
                ANSWER.formatted(hold, listing, now.toInstant()),
                now);
        run(
                "with written as (insert into audit_entry (at, actor_name, organisation_id, action, subject_kind, subject_id, details)"
                        + " values (?, ?, ?, 'HoldPlaced', 'hold', ?, ?::jsonb) returning id)"
                        + " insert into audit_unsealed (entry_id) select id from written",
                now,
                "测量",
                holder,
                hold,
                EVENT.formatted(hold, listing));
        if (!channels.isEmpty()) {
            tell(hold, listing, now);
        }
    }

    private void tell(UUID hold, UUID listing, OffsetDateTime now) throws SQLException {
        PreparedStatement message =
                statement("insert into outbox_message (aggregate_kind, aggregate_id, type, payload, occurred_at)"
                        + " values ('hold', ?, 'HoldPlaced', ?::jsonb, ?) returning id");
        message.setObject(1, hold);
        message.setObject(2, EVENT.formatted(hold, listing));
        message.setObject(3, now);
        long id;
        try (var row = message.executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        for (String channel : channels) {
            run(
                    "insert into outbox_delivery (message_id, channel, aggregate_kind, aggregate_id, due_at) values (?, ?, 'hold', ?, ?)",
                    id,
                    channel,
                    hold,
                    now);
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
