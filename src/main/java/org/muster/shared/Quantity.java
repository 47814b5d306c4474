package org.muster.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

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

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.in(unit).amount), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.in(unit).amount), unit);
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
