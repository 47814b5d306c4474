package org.muster.planning.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Plan;

/** Past needs are read as they were typed, planned in three ways on one market, and predictions are held against what came. */
class ReplayTest {

    private static final String LIST = """
            市,区县,医院名称,物资,规格要求,数量
            wuhanshi,江岸区,一医院,防护服,,3000
            wuhanshi,江岸区,一医院,84消毒液,,1
            enshitujiazumiaozuzizhizhou,来凤县,来凤县中心医院,防护服,"GB 19082, 建议",200
            黄冈市,黄州区,黄冈医院,防护服,,900
            nowhere,某县,某医院,防护服,,500
            xiantaoshi,,仙桃医院,防护服,,许多
            """;

    @Test
    void needs_are_read_with_their_cities_and_those_without_a_figure_are_counted_apart() {
        PastNeeds needs = PastNeeds.read(new StringReader("\uFEFF" + LIST));
        assertThat(needs.rows())
                .extracting(row -> row.city().name() + " " + row.institution() + " " + row.quantity())
                .containsExactly("武汉市 一医院 3000", "恩施土家族苗族自治州 来凤县中心医院 200", "黄冈市 黄冈医院 900");
        assertThat(needs.withoutFigure()).isEqualTo(2);
        assertThat(needs.unknownPlaces()).isEqualTo(1);
        PastNeeds.City wuhan = needs.rows().get(0).city();
        assertThat(wuhan.kilometresTo(needs.rows().get(2).city())).isBetween(30.0, 90.0);
    }

    @Test
    void where_supply_is_scarce_whoever_comes_first_has_all_and_a_fair_plan_leaves_nobody_without() {
        Replay replay = new Replay(market(60));
        Replay.Figures first = replay.figures("first", replay.firstCome());
        Replay.Figures nearest = replay.figures("nearest", replay.nearest());
        Replay.Figures fair = replay.figures("fair", replay.fair());
        assertThat(first.least()).isLessThan(0.2);
        assertThat(fair.least()).isGreaterThan(Math.max(first.least(), nearest.least()) + 0.2);
        assertThat(fair.jain()).isGreaterThan(Math.max(first.jain(), nearest.jain()));
    }

    @Test
    void where_there_is_plenty_the_cheapest_plan_costs_least() {
        Replay replay = new Replay(market(300));
        Replay.Figures first = replay.figures("first", replay.firstCome());
        Replay.Figures cheapest = replay.figures("cheapest", replay.cheapest());
        assertThat(first.whole()).isEqualTo(1);
        assertThat(cheapest.whole()).isEqualTo(1);
        assertThat(cheapest.yuan()).isLessThan(first.yuan());
        assertThat(replay.figures("nearest", replay.nearest()).hours())
                .isLessThan(Math.min(first.hours(), cheapest.hours()));
    }

    @Test
    void a_plan_that_breaks_a_rule_is_not_measured() {
        PastMarket market = market(60);
        Plan fair = new Replay(market).fair();
        List<Leg> legs = new ArrayList<>(fair.legs());
        legs.set(0, new Leg(legs.get(0).arc(), legs.get(0).quantity() + 100_000));
        assertThatThrownBy(() -> new Replay(market).figures("broken", new Plan(legs, fair.outputs(), fair.cost())))
                .hasMessageContaining("broken");
    }

    @Test
    void the_Brier_score_tells_good_predictions_from_bad_ones() {
        List<Replay.Told> right = new ArrayList<>();
        List<Replay.Told> wrong = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            right.add(new Replay.Told(0.8, i % 10 < 8));
            wrong.add(new Replay.Told(0.8, i % 10 >= 8));
        }
        Replay.Calibration good = Replay.Calibration.of(right);
        assertThat(good.brier()).isCloseTo(0.16, within(1e-9));
        assertThat(good.always()).isCloseTo(0.16, within(1e-9));
        assertThat(good.bins())
                .singleElement()
                .satisfies(bin -> assertThat(bin.observed()).isCloseTo(0.8, within(1e-9)));
        assertThat(good.svg()).contains("cx=\"370.0\" cy=\"90.0\"", "predicted 80.0 %, observed 80.0 %");
        assertThat(Replay.Calibration.of(wrong).brier()).isCloseTo(0.52, within(1e-9));
        Replay replay = new Replay(market(60));
        List<Replay.Told> told = replay.told(replay.fair(), 500, 20);
        assertThat(told).hasSize(20 * 3);
        assertThat(told).extracting(Replay.Told::came).contains(true, false);
    }

    private static PastMarket market(int supplied) {
        return PastMarket.of(PastNeeds.read(new StringReader(LIST)).rows(), 12, supplied, Effort.ofRounds(5, 60, 1));
    }
}
