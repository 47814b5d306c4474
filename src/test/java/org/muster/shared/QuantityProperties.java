package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class QuantityProperties {

    @Property
    void there_and_back_is_the_same(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal amount,
            @ForAll("units") Unit from,
            @ForAll("units") Unit to) {
        if (!from.dimension().equals(to.dimension())) {
            assertThatThrownBy(() -> new Quantity(amount, from).in(to)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        new Quantity(amount, from)
                .exactlyIn(to)
                .ifPresent(there -> assertThat(there.exactlyIn(from)).hasValue(new Quantity(amount, from)));
    }

    @Property
    void conversion_keeps_the_base_amount(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal amount,
            @ForAll("units") Unit from,
            @ForAll("units") Unit to) {
        if (from.dimension().equals(to.dimension())) {
            Quantity quantity = new Quantity(amount, from);
            quantity.exactlyIn(to)
                    .ifPresent(there -> assertThat(there.inBase()).isEqualByComparingTo(quantity.inBase()));
        }
    }

    @Property
    void a_sum_minus_one_part_is_the_other(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal one,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(6) BigDecimal other,
            @ForAll("masses") Unit unit,
            @ForAll("masses") Unit otherUnit) {
        Quantity first = new Quantity(one, unit);
        Quantity second = new Quantity(other, otherUnit);
        assertThat(first.plus(second).minus(second).inBase()).isEqualByComparingTo(first.inBase());
        assertThat(first.plus(second).isAtLeast(first)).isTrue();
    }

    @Property
    void trailing_zeros_do_not_matter(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(4) BigDecimal amount, @ForAll("units") Unit unit) {
        assertThat(new Quantity(amount.setScale(9), unit)).isEqualTo(new Quantity(amount, unit));
    }

    @Example
    void a_tonne_is_a_thousand_kilograms_exactly() {
        assertThat(Quantity.of("1.0", "t").in(Unit.of("kg"))).isEqualTo(Quantity.of("1000", "kg"));
    }

    @Example
    void a_day_and_an_hour_are_twenty_five_hours() {
        assertThat(Quantity.of("1", "day").plus(Quantity.of("1", "hour"))).isEqualTo(Quantity.of("25", "hour"));
    }

    @Example
    void nothing_converts_between_boxes_and_pieces() {
        assertThatThrownBy(() -> Quantity.of("1", "box").in(Unit.of("piece")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(Unit.all());
    }

    @Provide
    Arbitrary<Unit> masses() {
        return Arbitraries.of(Unit.all().stream()
                .filter(unit -> unit.dimension().equals(Dimension.MASS))
                .toList());
    }
}
