package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PointProperties {

    @Property
    void a_pin_of_a_chinese_map_is_brought_back_to_the_millimetre(
            @ForAll @DoubleRange(min = 4, max = 53) double latitude,
            @ForAll @DoubleRange(min = 74, max = 134) double longitude) {
        Point there = new Point(latitude, longitude);
        Point drawn = ChineseMapShift.apply(there);
        assertThat(Point.of(drawn.latitude(), drawn.longitude(), Datum.GCJ02).kilometresTo(there))
                .isLessThan(0.000_01);
    }

    @Property
    void the_shift_is_some_hundreds_of_metres(
            @ForAll @DoubleRange(min = 20, max = 50) double latitude,
            @ForAll @DoubleRange(min = 80, max = 130) double longitude) {
        Point there = new Point(latitude, longitude);
        assertThat(ChineseMapShift.apply(there).kilometresTo(there)).isBetween(0.02, 1.5);
    }

    @Property
    void distance_is_the_same_both_ways(
            @ForAll @DoubleRange(min = -90, max = 90) double a,
            @ForAll @DoubleRange(min = -180, max = 180) double b,
            @ForAll @DoubleRange(min = -90, max = 90) double c,
            @ForAll @DoubleRange(min = -180, max = 180) double d) {
        Point one = new Point(a, b);
        Point other = new Point(c, d);
        assertThat(one.kilometresTo(other))
                .isCloseTo(other.kilometresTo(one), within(1e-6))
                .isBetween(0.0, 20016.0);
    }

    @Example
    void outside_of_china_nothing_is_shifted() {
        assertThat(Point.of(48.8566, 2.3522, Datum.GCJ02)).isEqualTo(new Point(48.8566, 2.3522));
    }

    /** Tian'anmen as a Chinese map pins it, and as a satellite does. */
    @Example
    void tiananmen_lies_where_it_lies() {
        Point pin = Point.of(39.908823, 116.39747, Datum.GCJ02);
        assertThat(pin.latitude()).isCloseTo(39.90742, within(0.0001));
        assertThat(pin.longitude()).isCloseTo(116.39123, within(0.0001));
    }

    @Example
    void wuhan_to_rizhao_is_within_eight_hundred_kilometres_and_chengdu_is_not() {
        Point wuhan = new Point(30.5928, 114.3055);
        assertThat(wuhan.kilometresTo(new Point(35.4164, 119.5269))).isBetween(700.0, 800.0);
        assertThat(wuhan.kilometresTo(new Point(30.5728, 104.0668))).isGreaterThan(900.0);
    }
}
