package org.muster.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.crash.LedgerState.Entry;
import org.muster.crash.LedgerState.Stage;
import org.muster.crash.LedgerState.Taken;

/** Rows of a ledger's tables, read as the checker wants them. */
final class Tables {

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Tables() {}

    static <T> List<T> list(Connection database, String query, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(database, query, row -> rows.add(reading.of(row)));
        return rows;
    }

    static void each(Connection database, String query, Reading<?> reading) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) {
                reading.of(row);
            }
        }
    }

    /** id, at, stage, hold, claim, listing, by, key, from, to, amount, until. */
    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                Stage.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                moment(row, 9),
                moment(row, 10),
                row.getBigDecimal(11),
                moment(row, 12));
    }

    /** claim, listing, stage, from, to, amount. */
    static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getString(1),
                row.getString(2),
                Stage.valueOf(row.getString(3)),
                moment(row, 4),
                moment(row, 5),
                row.getBigDecimal(6));
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
