package org.muster.crash;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.crash.LedgerState.Lot;
import org.muster.testing.RunningApplication;
import org.muster.testing.StandingServers;

/** The control: {@link NaiveApplication} with tables of its own in the same database. */
record NaiveLedger(StandingServers servers, RunningApplication application) implements Subject {

    private static final int STOCKED = 2_000;

    static NaiveLedger start(StandingServers servers) throws SQLException {
        var naive = new NaiveLedger(servers, RunningApplication.of(NaiveApplication.class, servers));
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("drop table if exists naive_taken, naive_entry, naive_lot");
            statement.execute(
                    "create table naive_taken (claim text, hold text, listing text, stage text, from_time timestamptz,"
                            + " to_time timestamptz, amount numeric, until timestamptz)");
            statement.execute(
                    "create table naive_entry (id bigint generated always as identity, at timestamptz, stage text, hold text, claim text,"
                            + " listing text, by_whom text, key text, from_time timestamptz, to_time timestamptz, amount numeric,"
                            + " until timestamptz)");
            statement.execute("create table naive_lot (listing text, on_hand numeric, reserved numeric)");
            for (String lot : naive.lots()) {
                statement.execute("insert into naive_lot values ('" + lot + "', " + STOCKED + ", 0)");
            }
        }
        naive.application().start();
        return naive;
    }

    @Override
    public List<String> buyers() {
        return List.of("buyer-1", "buyer-2", "buyer-3");
    }

    @Override
    public String supplier() {
        return "supplier";
    }

    @Override
    public String token(String organisation) {
        return organisation;
    }

    @Override
    public List<String> lines() {
        return List.of("line-1", "line-2");
    }

    @Override
    public List<String> lots() {
        return List.of("lot-1", "lot-2");
    }

    @Override
    public int stocked() {
        return STOCKED;
    }

    @Override
    public Instant opens() {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
    }

    @Override
    public LedgerState state() throws SQLException {
        try (var owner = servers.asOwner()) {
            Map<String, Lot> lots = new TreeMap<>();
            Tables.each(
                    owner,
                    "select listing, " + STOCKED + ", on_hand, reserved from naive_lot",
                    row -> lots.put(
                            row.getString(1),
                            new Lot(row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4))));
            return new LedgerState(
                    Tables.list(
                            owner,
                            "select id, at, stage, hold, claim, listing, by_whom, key, from_time, to_time, amount, until"
                                    + " from naive_entry order by id",
                            Tables::entry),
                    Tables.list(
                            owner,
                            "select claim, listing, stage, from_time, to_time, amount from naive_taken",
                            Tables::taken),
                    lots,
                    Map.of());
        }
    }
}
