package org.muster.reservation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.reservation.Change;
import org.muster.reservation.Claim;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** The operator looks up what was given away, and has it proven. */
@QuarkusTest
class LedgerPagesTest {

    @Inject
    Market market;

    @Inject
    Reservations reservations;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Actor buyer;
    private ListingId stock;
    private HoldView hold;

    @BeforeEach
    void something_was_held_and_released() {
        buyer = market.somebody();
        stock = market.aStock(market.somebody(), "3", "tonne");
        hold = reservations
                .hold(
                        buyer,
                        new HoldRequest(
                                UUID.randomUUID().toString(),
                                List.of(new Claim.Amount(stock, Quantity.of("1.5", "tonne"))),
                                null,
                                "应急订单"),
                        clock.instant())
                .orElseThrow();
        reservations
                .release(buyer, hold.id(), new Change(UUID.randomUUID().toString(), "不用了"), clock.instant())
                .orElseThrow();
    }

    @Test
    void an_operator_sees_what_was_taken_and_given_back() {
        HttpResponse<String> answer = SignIn.as("operator-sun").get("/admin/ledger?hold=" + hold.id());
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
        var rows = Jsoup.parse(answer.body()).select("tbody tr");
        assertThat(rows.eachText()).hasSize(2);
        assertThat(rows.get(0).text()).contains("释放", "归还 1,500", "不用了", buyer.name());
        assertThat(rows.get(1).text()).contains("预留", "占用 1,500", "熔喷布", "应急订单", "至");
        assertThat(rows.get(1).select("a").eachAttr("href"))
                .containsExactly(
                        "/listings/" + stock,
                        "/organisations/" + buyer.organisation().orElseThrow(),
                        "/admin/ledger?hold=" + hold.id());
    }

    @Test
    void entries_are_found_by_listing_holder_step_and_day() {
        SignIn.Visitor operator = SignIn.as("operator-sun");
        String today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).toString();
        String pasted = "/admin/ledger?listing=https%3A%2F%2Fexample.org%2Flistings%2F" + stock;
        assertThat(operator.page(pasted).select("tbody tr")).hasSize(2);
        assertThat(operator.page(pasted + "&kind=RELEASED").select("tbody tr")).hasSize(1);
        assertThat(operator.page(pasted + "&from=" + today + "&to=" + today).select("tbody tr"))
                .hasSize(2);
        assertThat(operator.page(pasted + "&to=2001-01-01").select("tbody tr")).isEmpty();
        assertThat(operator.page("/admin/ledger?holder=" + buyer.organisation().orElseThrow())
                        .select("tbody tr"))
                .hasSize(2);
        assertThat(operator.page("/admin/ledger?holder=" + UUID.randomUUID()).select(".nothing"))
                .hasSize(1);
    }

    @Test
    void a_question_that_makes_no_sense_is_refused_field_by_field() {
        HttpResponse<String> answer =
                SignIn.as("operator-sun").get("/admin/ledger?listing=mine&from=gestern&to=2020-02-03");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactlyInAnyOrder("#listing", "#from");
        assertThat(page.select("#listing").val()).isEqualTo("mine");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void the_proof_names_what_does_not_follow_from_the_entries() throws SQLException {
        SignIn.Visitor operator = SignIn.as("operator-sun");
        assertThat(operator.page("/admin/ledger").select("form[action=/admin/ledger/proof]"))
                .hasSize(1);
        assertThat(operator.page("/admin/ledger/proof").select("tbody").text()).doesNotContain(stock.toString());
        reserved("reserved + 7");
        try {
            HttpResponse<String> answer = operator.get("/admin/ledger/proof");
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).isEqualTo("台账有出入");
            assertThat(page.select("tbody tr:contains(" + stock + ")").text())
                    .contains("批次的已许数量等于条目之和", "批次的已许数量等于现有占用之和");
            assertThat(Markup.problemsOf(answer.body())).isEmpty();
        } finally {
            reserved("reserved - 7");
        }
        assertThat(operator.page("/admin/ledger/proof").select("tbody").text()).doesNotContain(stock.toString());
    }

    private void reserved(String value) throws SQLException {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update lot set reserved = " + value + " where listing_id = ?")) {
            update.setObject(1, stock.value());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
