package org.muster.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlanWish;
import org.muster.ask.AnswerDraft;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.Certificates;
import org.muster.consignment.BatchDraft;
import org.muster.consignment.Consignments;
import org.muster.consignment.DispatchDraft;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.RecipeDesk;
import org.muster.emergency.WrittenNeed;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.planning.PlanRunId;
import org.muster.planning.model.Profile;
import org.muster.reservation.Market;
import org.muster.search.Supply;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** What is planned, held and promised of each requirement, as suppliers answer; and who may know. */
@QuarkusTest
class BoardTest {

    private static final PriceBasis BASIS = new PriceBasis(
            true,
            Optional.of(new BigDecimal("0.13")),
            PriceBasis.Invoice.SPECIAL_VAT,
            PriceBasis.Delivery.EX_WORKS,
            Optional.empty());

    @Inject
    Board board;

    @Inject
    Asks asks;

    @Inject
    Allocations allocations;

    @Inject
    Consignments consignments;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    NeedDesk needs;

    @Inject
    RecipeDesk recipes;

    @Inject
    Certificates certificates;

    @Inject
    Market market;

    @Inject
    AgroalDataSource database;

    @Inject
    Supply supply;

    private Actor office = Actor.visitor();
    private Actor maker = Actor.visitor();
    private EmergencyId emergency = EmergencyId.create();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void an_emergency_and_a_maker_with_a_line_and_stock() {
        now = market.now();
        Actor buyer = market.somebody();
        office = new Actor(buyer.person(), "陈统筹", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        emergency = Market.done(
                emergencies.declare(office, Declarations.of("无锡"), Declarations.RULE, Declarations.BEIJING, now));
        Market.done(needs.add(
                office,
                emergency,
                WrittenNeed.typed("无锡市人民医院", "无锡", "一次性医用口罩", "", "60万", "只", "", "", "", "", ""),
                now));
        Market.done(recipes.take(office, emergency, "masks-existing", "60万", "5", now));
        maker = market.somebody();
        certified("REGISTRATION", "苏械注准20242140001");
        certified("PRODUCTION_LICENCE", "苏药监械生产许20240001号");
        var line = market.listed(
                maker,
                ListingDraft.line("一次性医用口罩全自动线")
                        .products(List.of("一次性医用口罩"))
                        .supplyMode(SupplyMode.ALL_IN)
                        .crewIncluded(true)
                        .materialIncluded(true)
                        .quantity(Quantity.of("200000", "zhi"))
                        .price(new Price(Money.yuan("430"), Quantity.of("1000", "zhi"), BASIS)));
        market.open(maker, line, market.days(0, 40));
        market.listed(
                maker,
                ListingDraft.of(ListingKind.FINISHED_STOCK, "一次性医用口罩 现货")
                        .products(List.of("一次性医用口罩"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("300000", "zhi"))
                        .declared(Availability.FREE));
        supply.arrives();
    }

    private void certified(String kind, String number) {
        Market.done(certificates.add(
                maker,
                new CertificateDraft(kind, number, "江苏省药品监督管理局", "OWN", "", "", "", "", "2024-01-15", "2028-12-31", ""),
                now));
    }

    private List<Coverage> coverage() {
        return board.coverage(office, emergency);
    }

    private Carried carried(Instant at) {
        return board.carried(office, emergency, Declarations.BEIJING, at).orElseThrow();
    }

    private LegState state(CarriedLeg leg) {
        return carried(now).legs().stream()
                .filter(one -> one.arc() == leg.arc())
                .findFirst()
                .orElseThrow()
                .state();
    }

    private boolean carriable(UUID ask) {
        return consignments
                .leg(office, ask, now)
                .filter(leg -> leg.left().isPresent())
                .isPresent();
    }

    /** Typed in by the desk after a call: whose leg it is, the market decides. */
    private UUID sentWhole(CarriedLeg leg) {
        return Market.done(consignments.typeIn(
                office,
                leg.ask().orElseThrow(),
                new DispatchDraft(
                        Market.aKey(),
                        amount(leg),
                        "苏B12345",
                        "王堃",
                        "13700001111",
                        "江苏无锡",
                        typed(60),
                        typed(600),
                        "",
                        "李厂长"),
                Declarations.BEIJING,
                now));
    }

    private String amount(CarriedLeg leg) {
        return consignments
                .leg(office, leg.ask().orElseThrow(), now)
                .flatMap(one -> one.promise().ask().quantity())
                .orElseThrow()
                .amount()
                .toPlainString();
    }

    private String typed(int minutes) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .format(now.plus(Duration.ofMinutes(minutes)).atZone(Declarations.BEIJING));
    }

    private static AnswerDraft said(String answer, String note) {
        return new AnswerDraft(answer, Set.of(), "", "", note, "李厂长", "");
    }

    @Test
    void what_is_asked_is_held_until_it_is_promised_and_counts_no_more_after_a_no() {
        assertThat(coverage()).isEmpty();
        PlanRunId run = Market.done(allocations.begin(office, emergency, PlanWish.of(Profile.CHEAPEST), now));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> allocations
                        .run(office, emergency, run)
                        .filter(planned -> !planned.detail().run().state().isOpen())
                        .isPresent());
        assertThat(coverage()).as("planned, and not sent").isEmpty();
        Market.done(asks.sendPlan(office, emergency, run, now));

        List<Coverage> asked = coverage();
        assertThat(asked).isNotEmpty().allSatisfy(one -> {
            assertThat(one.held()).isEqualTo(one.planned());
            assertThat(one.promised().amount()).isZero();
            assertThat(one.whole()).isFalse();
        });
        assertThat(asked).anySatisfy(one -> {
            assertThat(one.needed()).isEqualTo(Quantity.of("600000", "zhi"));
            assertThat(one.plannedPercent()).isEqualTo(100);
            assertThat(one.area()).isEqualTo("320200");
        });
        Carried carried = carried(now);
        assertThat(carried.legs())
                .isNotEmpty()
                .allSatisfy(leg -> assertThat(leg.state()).isEqualTo(LegState.ASKED));
        assertThat(carried.legs()).allSatisfy(leg -> {
            assertThat(leg.to()).isEqualTo("320200");
            assertThat(leg.supplies()).isEmpty();
        });
        assertThat(carried.steps()).anyMatch(CarriedStep::critical).noneMatch(CarriedStep::late);
        assertThat(carried.balances()).allSatisfy(one -> {
            assertThat(one.last().promised().amount()).isZero();
            assertThat(one.last().left().amount())
                    .isEqualByComparingTo(one.needed().amount().negate());
            assertThat(one.days()).extracting(Balance.Day::date).isSorted().doesNotHaveDuplicates();
        });
        Instant muchLater = carried.deadline().plus(Duration.ofDays(30));
        assertThat(carried(muchLater).legs()).allMatch(CarriedLeg::late);
        assertThat(carried(muchLater).steps()).anyMatch(step -> step.critical() && step.late());
        List<AskView> owing = board.owing(office, emergency, now);
        assertThat(owing)
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> one.answerBy().compareTo(other.answerBy()));

        for (AskView ask : owing) {
            Market.done(asks.typeIn(office, emergency, ask.id(), said("YES", ""), now));
        }
        assertThat(board.owing(office, emergency, now)).isEmpty();
        assertThat(coverage()).hasSameSizeAs(asked).allSatisfy(one -> {
            assertThat(one.promised()).isEqualTo(one.planned());
            assertThat(one.held().amount()).isZero();
        });
        assertThat(coverage()).anyMatch(Coverage::whole);
        Carried promised = carried(now);
        assertThat(promised.legs()).allSatisfy(leg -> assertThat(leg.state()).isEqualTo(LegState.PROMISED));
        assertThat(promised.balances())
                .extracting(one -> one.key() + " " + one.last().promised())
                .as("what is promised in the end is what coverage counts")
                .containsExactlyElementsOf(coverage().stream()
                        .map(one -> one.key() + " " + one.promised())
                        .toList());
        CarriedLeg sending = promised.legs().stream()
                .filter(leg -> carriable(leg.ask().orElseThrow()))
                .findFirst()
                .orElseThrow();
        UUID goods = sentWhole(sending);
        assertThat(state(sending)).isEqualTo(LegState.PROMISED);
        Market.done(consignments.depart(office, goods, "left", typed(0), "李厂长", Declarations.BEIJING, now));
        assertThat(state(sending)).isEqualTo(LegState.ON_THE_WAY);
        Market.done(consignments.arrive(office, goods, "there", typed(0), Declarations.BEIJING, now));
        Market.done(consignments.judge(
                office,
                goods,
                "good",
                List.of(new BatchDraft("P1", "", "", "", "PASSED", amount(sending), "", "")),
                now));
        assertThat(state(sending)).isEqualTo(LegState.ACCEPTED);
        assertThat(carried(now).balances()).anySatisfy(one -> {
            assertThat(one.last().accepted().amount()).isPositive();
            assertThat(one.last().promised().isAtLeast(one.last().accepted())).isTrue();
        });
        Situation situation = board.situation(office, emergency, now, now).orElseThrow();
        assertThat(situation.count(Situation.Standing.PROMISED)).isEqualTo(owing.size());
        assertThat(situation.changes()).isNotEmpty();
        assertThat(board.situation(office, emergency, now.minusSeconds(60), now).orElseThrow())
                .as("before anybody was asked")
                .satisfies(before -> assertThat(before.asked()).isEmpty());

        assertThat(board.carried(maker, emergency, Declarations.BEIJING, now)).isEmpty();
        assertThat(board.coverage(maker, emergency)).isEmpty();
        assertThat(board.owing(maker, emergency, now)).isEmpty();
        assertThat(board.situation(maker, emergency, now, now)).isEmpty();
    }

    @Test
    void a_hand_over_is_kept_in_its_order_and_only_the_office_reads_it() {
        Market.done(board.handOver(office, emergency, " 王甲 ", "李乙", "等两家答复", now));
        Market.done(board.handOver(office, emergency, "李乙", "张丙", "无未办事项", now.plusSeconds(60)));
        assertThat(board.handOvers(office, emergency))
                .extracting(HandOver::from, HandOver::to)
                .containsExactly(tuple("李乙", "张丙"), tuple("王甲", "李乙"));
        assertThat(board.handOver(office, emergency, "王", "", " ", now).reasons())
                .extracting(Refusal::field)
                .containsExactly("from", "to", "open");
        assertThat(board.handOver(maker, emergency, "王甲", "李乙", "等答复", now).reasons())
                .extracting(Refusal::key)
                .containsExactly(EmergencyDesk.NOT_FOUND);
        assertThat(board.handOvers(maker, emergency)).isEmpty();
        for (String change : List.of(
                "update board_hand_over set open_points = '无'",
                "delete from board_hand_over",
                "truncate board_hand_over")) {
            assertThatThrownBy(() -> executed(change)).hasMessageContaining("permission denied");
        }
    }

    private void executed(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
