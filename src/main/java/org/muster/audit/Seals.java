package org.muster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The links of the chain, what waits to become one, and when the chain was gone over. The database lets the application only add. */
@ApplicationScoped
class Seals {

    /** "muster/audit" as a number nobody else uses; together with the number of the table, since each trail is sealed by itself. */
    private static final long KEY = 0x6d75_7374_6572_0003L;

    private static final String COLUMNS = "number, sealed_at, previous, entries, fingerprints, hash";

    /** In the order in which {@link #fingerprint} takes them. */
    static final String ENTRY =
            "e.id, e.at, e.actor_id, e.actor_name, e.organisation_id, e.action, e.subject_kind, e.subject_id, e.details::text";

    private final DataSource database;

    Seals(DataSource database) {
        this.database = database;
    }

    /** An entry that waits, with the fingerprint it has now. */
    record Waiting(long entry, byte[] fingerprint) {}

    /** Whether the running transaction may seal this trail; no other can before it has ended. */
    boolean lock() {
        return ask(
                "select pg_try_advisory_xact_lock(? # cast(cast('audit_seal' as regclass) as oid)::bigint)",
                statement -> {
                    statement.setLong(1, KEY);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() && row.getBoolean(1);
                    }
                });
    }

    Optional<Seal> last() {
        return ask("select " + COLUMNS + " from audit_seal order by number desc limit 1", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(seal(row)) : Optional.empty();
            }
        });
    }

    /** What was committed and waits, whoever's id comes first. */
    List<Waiting> waiting(int most) {
        String sql = "select " + ENTRY
                + " from audit_unsealed u join audit_entry e on e.id = u.entry_id order by u.entry_id limit ?";
        return ask(sql, statement -> {
            statement.setInt(1, most);
            List<Waiting> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Waiting(rows.getLong(1), fingerprint(rows)));
                }
            }
            return found;
        });
    }

    void add(Seal seal) {
        ask("insert into audit_seal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)", statement -> {
            statement.setLong(1, seal.number());
            statement.setObject(2, seal.sealedAt().atOffset(ZoneOffset.UTC));
            statement.setBytes(3, seal.previous());
            statement.setArray(4, ids(statement, seal.entries()));
            statement.setBytes(5, seal.fingerprintsTogether());
            statement.setBytes(6, seal.hash());
            return statement.executeUpdate();
        });
        ask("delete from audit_unsealed where entry_id = any (?)", statement -> {
            statement.setArray(1, ids(statement, seal.entries()));
            return statement.executeUpdate();
        });
    }

    long countWaiting() {
        return ask("select count(*) from audit_unsealed", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void remember(Verification verification) {
        String sql =
                "insert into audit_verification (at, took_millis, by_whom, seals, entries, waiting, head, break_kind, break_seal, break_entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        ask(sql, statement -> {
            statement.setObject(1, verification.at().atOffset(ZoneOffset.UTC));
            statement.setLong(2, verification.took().toMillis());
            statement.setString(3, verification.by());
            statement.setLong(4, verification.seals());
            statement.setLong(5, verification.entries());
            statement.setLong(6, verification.waiting());
            statement.setBytes(
                    7, verification.head().map(HexFormat.of()::parseHex).orElse(null));
            ChainBreak found = verification.firstBreak().orElse(null);
            statement.setString(8, found == null ? null : found.kind().name());
            statement.setObject(9, found == null ? null : found.seal());
            statement.setObject(10, found == null ? null : found.entry());
            return statement.executeUpdate();
        });
    }

    Optional<Verification> lastVerification() {
        String sql =
                "select at, took_millis, by_whom, seals, entries, waiting, head, break_kind, break_seal, break_entry"
                        + " from audit_verification order by at desc, id desc limit 1";
        return ask(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(verification(row)) : Optional.empty();
            }
        });
    }

    private static Verification verification(ResultSet row) throws SQLException {
        String kind = row.getString(8);
        return new Verification(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Optional.ofNullable(row.getBytes(7)).map(HexFormat.of()::formatHex),
                kind == null
                        ? Optional.empty()
                        : Optional.of(new ChainBreak(ChainBreak.Kind.valueOf(kind), row.getLong(9), row.getLong(10))));
    }

    static Seal seal(ResultSet row) throws SQLException {
        byte[] together = row.getBytes(5);
        List<byte[]> fingerprints = new ArrayList<>(together.length / Netstrings.HASH_BYTES);
        for (int from = 0; from + Netstrings.HASH_BYTES <= together.length; from += Netstrings.HASH_BYTES) {
            fingerprints.add(Arrays.copyOfRange(together, from, from + Netstrings.HASH_BYTES));
        }
        return new Seal(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBytes(3),
                List.of((Long[]) row.getArray(4).getArray()),
                fingerprints,
                row.getBytes(6));
    }

    /** What an entry says, all of it; {@code docs/audit.md} shows the same in SQL. */
    static byte[] fingerprint(ResultSet row) throws SQLException {
        return new Netstrings()
                .add("muster audit entry 1")
                .add(row.getLong(1))
                .add(row.getObject(2, OffsetDateTime.class).toInstant())
                .add(text(row.getObject(3, UUID.class)))
                .add(row.getString(4))
                .add(text(row.getObject(5, UUID.class)))
                .add(row.getString(6))
                .add(row.getString(7))
                .add(text(row.getObject(8, UUID.class)))
                .add(row.getString(9))
                .hash();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    static Array ids(PreparedStatement statement, List<Long> ids) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", ids.toArray());
    }

    private interface Question<T> {
        T to(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.to(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit's seals did not answer", e);
        }
    }
}
