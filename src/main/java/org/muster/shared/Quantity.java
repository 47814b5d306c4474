package org.muster.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An exact amount in a unit. Equality ignores trailing zeros: 1.0 t is 1 t, but not 1,000 kg; use {@link #isAtLeast} across units. */
public record Quantity(BigDecimal amount, Unit unit) {

    public Quantity {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (amount.scale() < 0) {
            amount = amount.setScale(0, RoundingMode.UNNECESSARY);
        }
    }

    public static Quantity of(String amount, String unitCode) {
        return new Quantity(new BigDecimal(amount), Unit.of(unitCode));
    }

    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    /** The amount in the dimension's base unit (pieces, kg, m, m², L, s), exact. */
    public BigDecimal inBase() {
        return amount.multiply(unit.factor()).stripTrailingZeros();
    }

    /** The same quantity in another unit of the dimension; throws {@link ArithmeticException} when no exact decimal exists. */
    public Quantity in(Unit other) {
        requireSameDimension(other);
        return new Quantity(amount.multiply(unit.factor()).divide(other.factor()), other);
    }

    /** The sum in this unit, or in the other's where only that is exact (a day and an hour are 25 hours). */
    public Quantity plus(Quantity other) {
        return other.exactlyIn(unit)
                .map(same -> new Quantity(amount.add(same.amount), unit))
                .orElseGet(() -> new Quantity(in(other.unit).amount.add(other.amount), other.unit));
    }

    /** The difference in this unit, or in the other's where only that is exact. */
    public Quantity minus(Quantity other) {
        return plus(new Quantity(other.amount.negate(), other.unit));
    }

    /** As {@link #in}, but empty when only digits without end would do. */
    public Optional<Quantity> exactlyIn(Unit other) {
        try {
            return Optional.of(in(other));
        } catch (ArithmeticException withoutEnd) {
            return Optional.empty();
        }
    }

    /** With no more decimals than so many, the last one rounded half up. */
    public Quantity rounded(int decimals) {
        return amount.scale() > decimals ? new Quantity(amount.setScale(decimals, RoundingMode.HALF_UP), unit) : this;
    }

    public boolean isAtLeast(Quantity other) {
        requireSameDimension(other.unit);
        return inBase().compareTo(other.inBase()) >= 0;
    }

    private void requireSameDimension(Unit other) {
        if (!unit.dimension().equals(other.dimension())) {
            throw new IllegalArgumentException("No conversion from " + unit.code() + " to " + other.code());
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit.code();
    }
}
