package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** Whoever damages the ledger is found out. Damage takes the owner's role: the application's may not. */
@QuarkusTest
class ProofTest {

    @Inject
    Reservations reservations;

    @Inject
    ProveLedger command;

    @Inject
    DataSource database;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private ListingId line = ListingId.create();
    private ListingId stock = ListingId.create();
    private ListingId output = ListingId.create();
    private HoldView hold;

    @BeforeEach
    void a_ledger_that_has_seen_everything() {
        supplier = market.somebody();
        buyer = market.somebody();
        line = market.aLine(supplier);
        stock = market.aStock(supplier, "10", "tonne");
        output = market.aLineMaking(supplier, "1000", "piece");
        hold = market.held(
                buyer,
                time(line, market.days(1, 3)),
                amount(stock, "4", "tonne"),
                rate(output, "2500", "piece", market.days(1, 6)));
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        done(reservations.reduce(
                buyer,
                hold.id(),
                hold.claims().get(2).id(),
                new Smaller.To(Quantity.of("1200", "piece")),
                because("少要一些"),
                market.now()));
        HoldView other = market.held(buyer, amount(stock, "1", "tonne"), time(line, market.days(5, 6)));
        done(reservations.release(buyer, other.id(), because(""), market.now()));
        HoldView delivered = market.held(buyer, amount(stock, "2", "tonne"));
        done(reservations.commit(supplier, delivered.id(), because(""), market.now()));
        done(reservations.consume(supplier, delivered.id(), because(""), market.now()));
        market.held(buyer, time(line, market.days(7, 9)));
    }

    /** The next test, and those of other classes, begin with a sound ledger. */
    @AfterEach
    void mend() throws SQLException {
        damage("truncate ledger_entry, occupancy, claim, hold, ledger_answer, day_pool, day_pool_span cascade");
        damage("update lot set reserved = 0");
        damage(
                "update lot l set on_hand = i.quantity_base from listing i where i.id = l.listing_id and i.quantity_base is not null");
    }

    @Test
    void a_sound_ledger_is_proven() {
        Proof proof = reservations.proof();
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.entries()).isGreaterThanOrEqualTo(12);
        assertThat(proof.taken()).isGreaterThanOrEqualTo(5);
        assertThat(command.run(List.of())).isZero();
    }

    @Test
    void a_lost_entry_is_found() throws SQLException {
        damage("delete from ledger_entry where id = (select max(id) from ledger_entry)");
        assertThat(broken()).contains("what is taken follows from the entries");
        assertThat(command.run(List.of())).isEqualTo(1);
    }

    @Test
    void an_altered_amount_is_found() throws SQLException {
        damage("update ledger_entry set amount = amount + 1 where sells like 'LOT %' and kind = 'HELD'");
        assertThat(broken()).contains("lots promise what their entries add up to");
    }

    @Test
    void a_lost_occupancy_is_found() throws SQLException {
        damage("delete from occupancy where listing_id = ?", line.value());
        assertThat(broken()).contains("what is taken follows from the entries", "a claim takes what it says");
    }

    @Test
    void an_occupancy_out_of_nothing_is_found() throws SQLException {
        damage("delete from ledger_entry where listing_id = ?", line.value());
        assertThat(broken())
                .containsExactly(
                        "claims stand where their entries leave them", "what is taken follows from the entries");
    }

    @Test
    void an_occupancy_that_was_moved_is_found() throws SQLException {
        damage(
                "update occupancy set during = tstzrange(lower(during), upper(during) - interval '1 hour') where listing_id = ?",
                line.value());
        assertThat(broken()).containsExactly("a claim takes what it says", "what is taken follows from the entries");
    }

    @Test
    void a_balance_that_nobody_wrote_down_is_found() throws SQLException {
        damage("update lot set reserved = reserved + 1 where listing_id = ?", stock.value());
        assertThat(broken())
                .contains("lots promise what their entries add up to", "lots promise what is taken of them");
        damage("update day_pool set reserved = reserved - 1 where listing_id = ?", output.value());
        assertThat(broken()).contains("days promise what is taken of them");
    }

    @Test
    void a_lot_that_holds_other_than_its_listing_says_is_found() throws SQLException {
        damage("update lot set on_hand = on_hand + 1 where listing_id = ?", stock.value());
        assertThat(broken()).containsExactly("lots hold what their listings say");
    }

    @Test
    void a_claim_that_stands_elsewhere_is_found() throws SQLException {
        damage(
                "update claim set state = 'RELEASED' where hold_id = ?",
                hold.id().value());
        assertThat(broken()).contains("claims stand where their entries leave them", "a claim takes what it says");
    }

    @Test
    void a_hold_that_would_never_end_is_found() throws SQLException {
        damage("update hold set pending = not pending where id = ?", hold.id().value());
        assertThat(broken()).containsExactly("holds end when their claims end");
    }

    @Test
    void time_given_twice_is_found_though_the_constraint_is_gone() throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("alter table occupancy drop constraint uq_occupancy_during");
                statement.execute("update occupancy set during = (select during from occupancy where listing_id = '"
                        + line + "' order by id limit 1) where listing_id = '" + line + "'");
                try (var rows = statement.executeQuery(Prover.RULES.get("nothing is promised twice"))) {
                    assertThat(rows.next()).isTrue();
                }
            }
            owner.rollback();
        }
    }

    @Test
    void time_that_is_not_free_any_more_is_found_though_the_constraint_is_gone() throws SQLException {
        try (Connection owner = owner()) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute("alter table occupancy drop constraint fk_occupancy_window");
                statement.execute("alter table day_pool_span drop constraint fk_day_pool_span_window");
                statement.execute("update capacity_window set availability = 'UNKNOWN' where listing_id in ('" + line
                        + "', '" + output + "')");
                int found = 0;
                try (var rows = statement.executeQuery(Prover.RULES.get("what is taken lies in free windows"))) {
                    while (rows.next()) {
                        found++;
                    }
                }
                assertThat(found).isEqualTo(4);
            }
            owner.rollback();
        }
    }

    @Test
    void the_application_itself_cannot_change_or_delete_an_entry() {
        for (String sql :
                List.of("update ledger_entry set reason = ''", "delete from ledger_entry", "truncate ledger_entry")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = database.getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    })
                    .hasMessageContaining("permission denied for table ledger_entry");
        }
    }

    private List<String> broken() {
        return reservations.proof().differences().stream()
                .map(Proof.Difference::rule)
                .distinct()
                .toList();
    }

    /** As the owner of the tables, whom nothing stops. */
    static void damage(String sql, Object... parameters) throws SQLException {
        try (Connection owner = owner();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
