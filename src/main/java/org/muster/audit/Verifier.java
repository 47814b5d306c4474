package org.muster.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Goes over the whole chain, from the first seal to what waits, and stops at the first thing that does not hold. It sees one moment of the
 * database, so sealing may go on beside it, and holds a few thousand entries at a time, however long the chain is.
 */
@ApplicationScoped
class Verifier {

    /** Entries compared at once; one query each. */
    private static final int TOGETHER = 4_000;

    private static final int SEALS_READ_AT_ONCE = 20;
    private static final int ENTRIES_READ_AT_ONCE = 500;

    /** Bits of an id within one set: a million entries, 128 KB. */
    private static final int BLOCK = 20;

    /** Past the application: neither sealed nor waiting to be. */
    private static final String STRAY =
            "select id from audit_entry except select unnest(entries) from audit_seal except select entry_id from audit_unsealed order by 1 limit 1";

    private final DataSource database;
    private final AuditConfig config;
    private final Clock clock;

    Verifier(DataSource database, AuditConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** @param noted hashes of seals by their number, as somebody kept them outside of the database */
    Verification verify(String by, Map<Long, String> noted) {
        Instant begun = clock.instant();
        long start = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            try {
                Walk walk = new Walk(connection, noted);
                Optional<ChainBreak> found = walk.go();
                return new Verification(
                        begun,
                        Duration.ofNanos(System.nanoTime() - start),
                        by,
                        walk.seals,
                        walk.entries,
                        number(connection, "select count(*) from audit_unsealed"),
                        walk.seals == 0
                                ? Optional.empty()
                                : Optional.of(HexFormat.of().formatHex(walk.head)),
                        found);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The chain could not be read", e);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** One pass over the chain. */
    private final class Walk {

        private final Connection connection;
        private final Map<Long, String> noted;
        private byte[] head = Seal.NOTHING;
        private Instant latest = Instant.EPOCH;
        /** One bit an entry, by the upper part of its id: nothing is sealed twice, and so the numbers tell whether anything is left over. */
        private final Map<Long, BitSet> sealed = new HashMap<>();

        private long seals;
        private long entries;

        Walk(Connection connection, Map<Long, String> noted) {
            this.connection = connection;
            this.noted = new HashMap<>(noted);
        }

        Optional<ChainBreak> go() throws SQLException {
            Optional<ChainBreak> broken = alongTheChain();
            if (broken.isEmpty() && !noted.isEmpty()) {
                broken = Optional.of(new ChainBreak(
                        ChainBreak.Kind.SEAL_MISSING,
                        noted.keySet().stream().mapToLong(Long::longValue).min().orElse(0),
                        0));
            }
            return broken.isPresent() ? broken : besideTheChain();
        }

        private Optional<ChainBreak> alongTheChain() throws SQLException {
            String sql =
                    "select number, sealed_at, previous, entries, fingerprints, hash from audit_seal order by number";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(SEALS_READ_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    List<Seal> together = new ArrayList<>();
                    int size = 0;
                    while (rows.next()) {
                        Seal seal = Seals.seal(rows);
                        together.add(seal);
                        size += seal.entries().size();
                        if (size >= TOGETHER) {
                            Optional<ChainBreak> broken = check(together);
                            if (broken.isPresent()) {
                                return broken;
                            }
                            together.clear();
                            size = 0;
                        }
                    }
                    return check(together);
                }
            }
        }

        /** What an entry says now, of which only the fingerprint is kept. */
        private record Found(byte[] fingerprint, Instant at) {}

        private Optional<ChainBreak> check(List<Seal> together) throws SQLException {
            Map<Long, Found> found = found(
                    together.stream().flatMap(seal -> seal.entries().stream()).toList());
            for (Seal seal : together) {
                Optional<ChainBreak> broken = check(seal, found);
                if (broken.isPresent()) {
                    return broken;
                }
                head = seal.hash();
                seals++;
            }
            return Optional.empty();
        }

        private Optional<ChainBreak> check(Seal seal, Map<Long, Found> found) {
            if (seal.number() != seals + 1) {
                return broken(ChainBreak.Kind.SEAL_MISSING, seals + 1, 0);
            }
            if (!seal.holds() || !seal.follows(head)) {
                return broken(ChainBreak.Kind.SEAL_ALTERED, seal.number(), 0);
            }
            String kept = noted.remove(seal.number());
            if (kept != null && !kept.equalsIgnoreCase(HexFormat.of().formatHex(seal.hash()))) {
                return broken(ChainBreak.Kind.SEAL_REPLACED, seal.number(), 0);
            }
            for (int i = 0; i < seal.entries().size(); i++) {
                long id = seal.entries().get(i);
                if (isSealed(id)) {
                    return broken(ChainBreak.Kind.ENTRY_SEALED_TWICE, seal.number(), id);
                }
                Found entry = found.get(id);
                if (entry == null) {
                    return broken(ChainBreak.Kind.ENTRY_MISSING, seal.number(), id);
                }
                if (!MessageDigest.isEqual(
                        entry.fingerprint(), seal.fingerprints().get(i))) {
                    return broken(ChainBreak.Kind.ENTRY_ALTERED, seal.number(), id);
                }
                if (latest.isAfter(entry.at().plus(config.tolerance()))
                        || entry.at().isAfter(seal.sealedAt().plus(config.tolerance()))) {
                    return broken(ChainBreak.Kind.ENTRY_MISDATED, seal.number(), id);
                }
                latest = latest.isAfter(entry.at()) ? latest : entry.at();
                entries++;
                sealed.computeIfAbsent(id >>> BLOCK, any -> new BitSet()).set((int) (id & ((1 << BLOCK) - 1)));
            }
            return Optional.empty();
        }

        private Map<Long, Found> found(List<Long> ids) throws SQLException {
            Map<Long, Found> found = new HashMap<>();
            if (ids.isEmpty()) {
                return found;
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("select " + Seals.ENTRY + " from audit_entry e where e.id = any (?)")) {
                statement.setFetchSize(ENTRIES_READ_AT_ONCE);
                statement.setArray(1, Seals.ids(statement, ids));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(
                                rows.getLong(1),
                                new Found(
                                        Seals.fingerprint(rows),
                                        rows.getObject(2, OffsetDateTime.class).toInstant()));
                    }
                }
            }
            return found;
        }

        /** Everything sealed is there as it was; what else is there waits to be sealed, or should not be there. */
        private Optional<ChainBreak> besideTheChain() throws SQLException {
            long waiting = 0;
            String sql =
                    "select u.entry_id, e.id is not null from audit_unsealed u left join audit_entry e on e.id = u.entry_id"
                            + " order by u.entry_id";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(ENTRIES_READ_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (!rows.getBoolean(2)) {
                            return broken(ChainBreak.Kind.ENTRY_GONE_UNSEALED, 0, rows.getLong(1));
                        }
                        if (isSealed(rows.getLong(1))) {
                            return broken(ChainBreak.Kind.ENTRY_SEALED_TWICE, 0, rows.getLong(1));
                        }
                        waiting++;
                    }
                }
            }
            return number(connection, "select count(*) from audit_entry") == entries + waiting
                    ? Optional.empty()
                    : broken(ChainBreak.Kind.ENTRY_INSERTED, 0, number(connection, STRAY));
        }

        private boolean isSealed(long id) {
            BitSet block = sealed.get(id >>> BLOCK);
            return block != null && block.get((int) (id & ((1 << BLOCK) - 1)));
        }

        private static Optional<ChainBreak> broken(ChainBreak.Kind kind, long seal, long entry) {
            return Optional.of(new ChainBreak(kind, seal, entry));
        }
    }
}
