package org.muster.crash;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muster.crash.LedgerState.Lot;
import org.muster.crash.LedgerState.Stage;
import org.muster.testing.RunningApplication;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.StandingServers;
import org.muster.testing.Tokens;
import org.muster.testing.Traders;

/** The packaged Muster with one supplier, some buyers, two lines and two stocks. */
final class MusterLedger implements Subject {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int STOCKED = 2_000;
    private static final List<String> PEOPLE = List.of("buyer-li", "liaison-zhao", "coordinator-chen");

    private final StandingServers servers;
    private final RunningApplication application;
    private final Tokens tokens;
    private final Map<String, String> people = new HashMap<>();
    private final List<String> buyers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> lots = new ArrayList<>();
    private final LocalDate day = LocalDate.now(BEIJING).plusDays(2);
    private String supplier = "";

    private MusterLedger(StandingServers servers) {
        this.servers = servers;
        this.application = RunningApplication.packaged(servers);
        this.tokens = Tokens.at(servers.setting("muster.keycloak.url"));
    }

    static MusterLedger start(StandingServers servers) throws SQLException {
        var muster = new MusterLedger(servers);
        muster.application.start(StandingServers.EMPTY);
        String word = Traders.aWord();
        Visitor wang = Traders.someoneOf("供方" + word, muster.application.url(), "supplier-wang");
        for (int i = 0; i < 2; i++) {
            String line = Traders.publishLine(wang, "整线" + i + word, Map.of("supplyMode", "LINE_FOR_HIRE"));
            Traders.openWindow(wang, line, muster.day.minusDays(1) + "T00:00", muster.day.plusDays(2) + "T00:00");
            muster.lines.add(line);
            muster.lots.add(Traders.publishStock(wang, "现货" + i + word, STOCKED));
        }
        for (String person : PEOPLE) {
            Traders.someoneOf("需方" + person + word, muster.application.url(), person);
        }
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            // As after a check of their documents: such may hold much at once.
            statement.executeUpdate(
                    "update organisation set verification_level = 'DOCUMENTS_CHECKED', verified_until = '2099-01-01'");
            muster.supplier = muster.organisation(owner, "供方" + word);
            muster.people.put(muster.supplier, "supplier-wang");
            for (String person : PEOPLE) {
                String buyer = muster.organisation(owner, "需方" + person + word);
                muster.buyers.add(buyer);
                muster.people.put(buyer, person);
            }
        }
        return muster;
    }

    private String organisation(java.sql.Connection owner, String name) throws SQLException {
        return Tables.list(owner, "select id from organisation where name = '" + name + "'", row -> row.getString(1))
                .get(0);
    }

    @Override
    public RunningApplication application() {
        return application;
    }

    @Override
    public List<String> buyers() {
        return buyers;
    }

    @Override
    public String supplier() {
        return supplier;
    }

    @Override
    public String token(String organisation) {
        return tokens.of(people.getOrDefault(organisation, ""));
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public List<String> lots() {
        return lots;
    }

    @Override
    public int stocked() {
        return STOCKED;
    }

    @Override
    public Instant opens() {
        return day.atStartOfDay(BEIJING).toInstant();
    }

    @Override
    public LedgerState state() throws SQLException {
        try (var owner = servers.asOwner()) {
            Map<String, Lot> balances = new TreeMap<>();
            Tables.each(
                    owner,
                    "select listing_id, on_hand, reserved from lot",
                    row -> balances.put(
                            row.getString(1),
                            new Lot(BigDecimal.valueOf(STOCKED), row.getBigDecimal(2), row.getBigDecimal(3))));
            Map<String, Stage> claims = new TreeMap<>();
            Tables.each(
                    owner,
                    "select id, state from claim",
                    row -> claims.put(row.getString(1), Stage.valueOf(row.getString(2))));
            return new LedgerState(
                    Tables.list(
                            owner,
                            "select id, at, kind, hold_id, claim_id, listing_id, actor_organisation, key,"
                                    + " lower(during), upper(during), amount, until from ledger_entry order by id",
                            Tables::entry),
                    Tables.list(
                            owner,
                            "select claim_id, listing_id, state, lower(during), upper(during), amount from occupancy",
                            Tables::taken),
                    balances,
                    claims);
        }
    }
}
