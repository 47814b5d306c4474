package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeWindowProperties {

    @Property
    void windows_overlap_when_they_share_a_moment(
            @ForAll("windows") TimeWindow one, @ForAll("windows") TimeWindow other) {
        assertThat(one.overlaps(other))
                .isEqualTo(one.intersection(other).isPresent())
                .isEqualTo(other.overlaps(one));
        one.intersection(other).ifPresent(both -> {
            assertThat(one.contains(both)).isTrue();
            assertThat(other.contains(both)).isTrue();
        });
    }

    @Property
    void the_end_is_not_part_of_it(@ForAll("windows") TimeWindow window) {
        assertThat(window.contains(window.from())).isTrue();
        assertThat(window.contains(window.to())).isFalse();
        assertThat(window.length()).isPositive();
    }

    @Example
    void an_empty_window_is_none() {
        assertThatThrownBy(() -> new TimeWindow(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<TimeWindow> windows() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(1, 20))
                .as((from, length) ->
                        new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + length)));
    }
}
