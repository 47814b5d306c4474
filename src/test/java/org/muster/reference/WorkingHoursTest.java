package org.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {

    private static final WorkingHours HOURS = new WorkingHours(new Holidays());
    private static final Instant MONDAY_MORNING = china("2026-11-23T09:30:00+08:00");

    @Test
    void a_weekend_takes_no_working_time() {
        assertThat(HOURS.before(MONDAY_MORNING, Duration.ofHours(2))).isEqualTo(china("2026-11-20T16:30:00+08:00"));
    }

    @Test
    void an_evening_takes_none_either() {
        assertThat(HOURS.before(china("2026-11-24T23:00:00+08:00"), WorkingHours.DAY))
                .isEqualTo(china("2026-11-24T08:30:00+08:00"));
    }

    @Test
    void nobody_works_over_the_spring_festival_and_the_saturday_before_it_is_worked() {
        assertThat(HOURS.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(HOURS.isWorkingDay(LocalDate.of(2026, 2, 18))).isFalse();
        assertThat(HOURS.before(china("2026-02-24T09:30:00+08:00"), Duration.ofHours(2)))
                .isEqualTo(china("2026-02-14T16:30:00+08:00"));
    }

    @Test
    void of_a_year_whose_holidays_are_unknown_every_weekday_counts() {
        assertThat(HOURS.isWorkingDay(LocalDate.of(2019, 10, 1))).isTrue();
        assertThat(HOURS.isWorkingDay(LocalDate.of(2019, 10, 5))).isFalse();
    }

    @Property
    void the_longer_the_time_the_earlier_it_began(
            @ForAll @LongRange(max = 1_000_000) long minutes, @ForAll @LongRange(max = 200_000) long shorter) {
        Instant now = MONDAY_MORNING.plus(Duration.ofMinutes(minutes));
        Instant later = HOURS.before(now, Duration.ofMinutes(shorter));
        Instant earlier = HOURS.before(now, Duration.ofMinutes(shorter + 1));
        assertThat(earlier).isBefore(later);
        assertThat(later).isBeforeOrEqualTo(now);
    }

    private static Instant china(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }
}
