package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.shared.TimeWindow;

class WeeksTest {

    /** Monday 23 November 2026, midnight in China. */
    private static final Instant MONDAY = Instant.parse("2026-11-22T16:00:00Z");

    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-29T16:00:00Z");

    @Test
    void a_moment_lies_in_the_week_that_began_on_monday_in_china() {
        assertThat(Weeks.startOf(MONDAY)).isEqualTo(MONDAY);
        assertThat(Weeks.startOf(MONDAY.minusMillis(1))).isEqualTo(Instant.parse("2026-11-15T16:00:00Z"));
        assertThat(Weeks.endOf(MONDAY.plusMillis(1))).isEqualTo(NEXT_MONDAY);
    }

    @Test
    void a_week_that_ends_on_monday_does_not_touch_the_next() {
        assertThat(Weeks.around(new TimeWindow(MONDAY.plusSeconds(3600), NEXT_MONDAY)))
                .isEqualTo(new TimeWindow(MONDAY, NEXT_MONDAY));
    }

    @Test
    void stretches_that_touch_are_one() {
        var first = new TimeWindow(MONDAY, MONDAY.plusSeconds(60));
        var second = new TimeWindow(MONDAY.plusSeconds(60), MONDAY.plusSeconds(90));
        var apart = new TimeWindow(NEXT_MONDAY, NEXT_MONDAY.plusSeconds(1));
        assertThat(TimeWindow.joined(List.of(apart, second, first)))
                .containsExactly(new TimeWindow(MONDAY, MONDAY.plusSeconds(90)), apart);
    }

    @Test
    void a_stretch_inside_another_vanishes_in_it() {
        var whole = new TimeWindow(MONDAY, NEXT_MONDAY);
        assertThat(TimeWindow.joined(List.of(whole, new TimeWindow(MONDAY.plusSeconds(5), MONDAY.plusSeconds(6)))))
                .containsExactly(whole);
    }
}
