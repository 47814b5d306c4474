package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/** Statements on the ledger's tables, on the connection of the running transaction. */
@ApplicationScoped
class Sql {

    interface Work<T> {
        T with(Parameters statement) throws SQLException;
    }

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(new Parameters(connection, statement));
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    /** A statement with its parameters, given in the order in which the text asks for them. */
    static final class Parameters {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        Parameters add(@Nullable Object value) throws SQLException {
            statement.setObject(next++, value instanceof Instant moment ? at(moment) : value);
            return this;
        }

        Parameters text(@Nullable String value) throws SQLException {
            statement.setString(next++, value);
            return this;
        }

        Parameters during(@Nullable TimeWindow window) throws SQLException {
            return text(range(window));
        }

        Parameters listings(Collection<ListingId> listings) throws SQLException {
            return each("uuid", listings, ListingId::value);
        }

        <E> Parameters each(String type, Collection<E> all, Function<E, @Nullable Object> part) throws SQLException {
            Array array = connection.createArrayOf(type, all.stream().map(part).toArray());
            statement.setArray(next++, array);
            return this;
        }

        int update() throws SQLException {
            return statement.executeUpdate();
        }

        <T> List<T> list(Reading<T> reading) throws SQLException {
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, reading);
            }
        }

        /** Of a text of two statements, the rows of the second, which sees what was committed while the first waited. */
        <T> List<T> listOfSecond(Reading<T> reading) throws SQLException {
            statement.execute();
            statement.getMoreResults();
            try (ResultSet rows = statement.getResultSet()) {
                return read(rows, reading);
            }
        }

        private static <T> List<T> read(ResultSet rows, Reading<T> reading) throws SQLException {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        }
    }

    static @Nullable String range(@Nullable TimeWindow window) {
        return window == null ? null : "[" + window.from() + "," + window.to() + ")";
    }

    /** The time between two columns, null when there is none. */
    static @Nullable TimeWindow window(ResultSet row, String from, String to) throws SQLException {
        Instant start = instant(row, from);
        Instant end = instant(row, to);
        return start == null || end == null ? null : new TimeWindow(start, end);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
