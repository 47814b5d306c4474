package org.muster.planning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.planning.model.ProblemStory.aProblem;

import org.junit.jupiter.api.Test;

class PlanProblemTest {

    @Test
    void pins_that_are_no_order_are_refused() {
        var story = aProblem()
                .need("wire", 5, 1)
                .offer("coil", 5)
                .minimum(3)
                .fits("wire", 1)
                .pin("coil", "wire", 2);
        assertThatThrownBy(story::problem).hasMessage("The pins of coil are no order that it accepts");
    }

    @Test
    void a_pin_on_what_is_forbidden_is_refused() {
        var story =
                aProblem().need("wire", 5, 1).offer("coil", 5).fits("wire", 1).pin("coil", "wire", 2);
        assertThatThrownBy(story.forbidOffer("coil")::problem).hasMessage("Arc 0 is pinned and forbidden");
    }

    @Test
    void two_arcs_between_the_same_two_are_refused() {
        var story =
                aProblem().need("wire", 5, 1).offer("coil", 5).fits("wire", 1).fits("wire", 2);
        assertThatThrownBy(story::problem).hasMessage("Two arcs join coil and wire");
    }

    @Test
    void an_undivided_component_among_others_is_refused() {
        var story = aProblem()
                .demand("masks", 1, 5, 1)
                .component("wire", 5)
                .component("loop", 5)
                .undivided("wire");
        assertThatThrownBy(story::problem).hasMessageContaining("wire is undivided");
    }

    @Test
    void money_that_does_not_fit_is_refused_before_anything_overflows() {
        assertThatThrownBy(aProblem().need("wire", Long.MAX_VALUE / 2, 1)::problem)
                .hasMessageContaining("use coarser ticks");
        assertThatThrownBy(aProblem().need("wire", Long.MAX_VALUE, 3)::problem)
                .hasMessageContaining("use coarser ticks");
    }

    @Test
    void components_and_output_convert_exactly_and_to_the_safe_side() {
        var requirement = new Requirement("wire", 0, 10, 0, 0, 0, false);
        assertThat(requirement.carries(5, 3)).isEqualTo(1);
        assertThat(requirement.needFor(1, 3)).isEqualTo(4);
        assertThat(requirement.carries(0, 3)).isZero();
        assertThat(requirement.carries(11, 3)).isEqualTo(3);
        long large = 4_000_000_000_000_000_000L;
        var huge = new Requirement("wire", 0, large, 0, 0, 0, false);
        assertThat(huge.carries(large / 2, large)).isEqualTo(large / 2);
        assertThat(huge.needFor(3, large)).isEqualTo(3);
    }

    @Test
    void orders_round_to_what_the_offer_accepts() {
        var cartons = new Offer("carton", 0, 50, 15, 10, false, 0);
        assertThat(cartons.greatestOrderUpTo(29)).isEqualTo(20);
        assertThat(cartons.greatestOrderUpTo(19)).isZero();
        assertThat(cartons.leastOrderFrom(1)).isEqualTo(20);
        assertThat(cartons.leastOrderFrom(51)).isEqualTo(-1);
        assertThat(cartons.leastOrderFrom(0)).isZero();
        var lot = new Offer("lot", 0, 50, 0, 1, true, 0);
        assertThat(lot.greatestOrderUpTo(49)).isZero();
        assertThat(lot.leastOrderFrom(1)).isEqualTo(50);
        assertThat(lot.accepts(0)).isTrue();
    }
}
