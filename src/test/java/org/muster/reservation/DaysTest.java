package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.shared.TimeWindow;

class DaysTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2027, 3, 28);
    private static final LocalDate FALL_BACK = LocalDate.of(2027, 10, 31);

    @Test
    void a_day_may_have_23_or_25_hours() {
        assertThat(Days.of(SPRING_FORWARD, BERLIN).length()).isEqualTo(Duration.ofHours(23));
        assertThat(Days.of(FALL_BACK, BERLIN).length()).isEqualTo(Duration.ofHours(25));
        assertThat(Days.of(SPRING_FORWARD, CHINA).length()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void days_follow_each_other_without_a_gap_or_an_overlap_whatever_the_clocks_do() {
        for (ZoneId zone : List.of(CHINA, BERLIN, ZoneId.of("America/Santiago"), ZoneId.of("Pacific/Apia"))) {
            LocalDate day = LocalDate.of(2027, 1, 1);
            for (int i = 0; i < 800; i++) {
                assertThat(Days.of(day.plusDays(i), zone).to())
                        .isEqualTo(Days.of(day.plusDays(i + 1), zone).from());
            }
        }
    }

    @Test
    void a_leap_day_is_a_day() {
        TimeWindow span = new TimeWindow(
                LocalDate.of(2028, 2, 28).atStartOfDay(CHINA).toInstant(),
                LocalDate.of(2028, 3, 1).atStartOfDay(CHINA).toInstant());
        assertThat(Days.whole(span, CHINA).orElseThrow())
                .containsExactly(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 2, 29));
    }

    @Test
    void whole_days_of_one_zone_are_none_of_another() {
        TimeWindow day = Days.of(SPRING_FORWARD, BERLIN);
        assertThat(Days.whole(day, BERLIN).orElseThrow()).containsExactly(SPRING_FORWARD);
        assertThat(Days.whole(day, CHINA)).isEmpty();
    }

    @Test
    void a_night_shift_over_a_change_of_clocks_counts_by_what_passes() {
        ZonedDateTime evening = ZonedDateTime.of(2027, 10, 30, 22, 0, 0, 0, BERLIN);
        TimeWindow night = new TimeWindow(
                evening.toInstant(), evening.plusDays(1).withHour(6).toInstant());
        List<TimeWindow> after = Days.freeIn(FALL_BACK, BERLIN, List.of(night));
        assertThat(after).hasSize(1);
        assertThat(after.get(0).length()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void adjoining_windows_are_joined_and_others_are_not() {
        TimeWindow day = Days.of(SPRING_FORWARD, CHINA);
        TimeWindow one =
                new TimeWindow(day.from().minus(Duration.ofHours(5)), day.from().plus(Duration.ofHours(2)));
        TimeWindow two =
                new TimeWindow(day.from().plus(Duration.ofHours(2)), day.from().plus(Duration.ofHours(3)));
        TimeWindow three =
                new TimeWindow(day.from().plus(Duration.ofHours(4)), day.to().plus(Duration.ofHours(3)));
        assertThat(Days.freeIn(SPRING_FORWARD, CHINA, List.of(three, two, one)))
                .containsExactly(
                        new TimeWindow(day.from(), day.from().plus(Duration.ofHours(3))),
                        new TimeWindow(day.from().plus(Duration.ofHours(4)), day.to()));
    }

    @Test
    void a_day_gives_its_share_of_the_working_time_and_never_more_than_all() {
        TimeWindow day = Days.of(SPRING_FORWARD, CHINA);
        List<TimeWindow> six = List.of(new TimeWindow(day.from(), day.from().plus(Duration.ofHours(6))));
        assertThat(Days.share(SPRING_FORWARD, CHINA, six, null)).isEqualByComparingTo("0.25");
        assertThat(Days.share(SPRING_FORWARD, CHINA, six, new BigDecimal("8"))).isEqualByComparingTo("0.75");
        assertThat(Days.share(SPRING_FORWARD, CHINA, six, new BigDecimal("6"))).isEqualByComparingTo("1");
        assertThat(Days.share(SPRING_FORWARD, CHINA, six, new BigDecimal("4"))).isEqualByComparingTo("1");
        assertThat(Days.share(SPRING_FORWARD, CHINA, List.of(), null)).isEqualByComparingTo("0");
    }

    @Test
    void a_line_that_runs_around_the_clock_gives_a_whole_day_also_when_it_has_23_hours() {
        List<TimeWindow> all = List.of(Days.of(SPRING_FORWARD, BERLIN));
        assertThat(Days.share(SPRING_FORWARD, BERLIN, all, new BigDecimal("24")))
                .isEqualByComparingTo("1");
        assertThat(Days.share(SPRING_FORWARD, BERLIN, all, null)).isEqualByComparingTo("1");
    }

    @Test
    void a_share_is_rounded_down() {
        TimeWindow day = Days.of(FALL_BACK, BERLIN);
        List<TimeWindow> one = List.of(new TimeWindow(day.from(), day.from().plus(Duration.ofHours(1))));
        assertThat(Days.share(FALL_BACK, BERLIN, one, null)).isEqualByComparingTo("0.04");
        assertThat(Days.share(FALL_BACK, BERLIN, one, new BigDecimal("7"))).isEqualByComparingTo("0.142857142");
    }
}
