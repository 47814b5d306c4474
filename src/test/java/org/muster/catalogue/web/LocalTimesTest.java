package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.muster.shared.Refusal;

class LocalTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final List<Refusal> refusals = new ArrayList<>();

    @Test
    void a_wall_clock_time_is_read_in_the_users_zone() {
        assertThat(LocalTimes.read("from", "2026-11-25T08:00", false, ZoneId.of("Asia/Shanghai"), refusals))
                .isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(refusals).isEmpty();
    }

    @Test
    void a_time_the_clocks_skip_is_refused() {
        assertThat(LocalTimes.read("from", "2027-03-28T02:30", false, BERLIN, refusals))
                .isNull();
        assertThat(refusals).extracting(Refusal::key).containsExactly("catalogue.window_time_skipped");
    }

    @Test
    void of_a_time_shown_twice_a_window_holds_both() {
        Instant from = Objects.requireNonNull(LocalTimes.read("from", "2026-10-25T02:30", false, BERLIN, refusals));
        Instant to = Objects.requireNonNull(LocalTimes.read("to", "2026-10-25T02:30", true, BERLIN, refusals));
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void what_is_no_time_is_refused_and_named() {
        LocalTimes.read("from", "", false, BERLIN, refusals);
        LocalTimes.read("to", "morgen früh", true, BERLIN, refusals);
        assertThat(refusals)
                .extracting(Refusal::key)
                .containsExactly("catalogue.window_time_missing", "catalogue.window_time_unreadable");
    }
}
