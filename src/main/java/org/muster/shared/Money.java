package org.muster.shared;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount of money in whole minor units (fen, cents) of a currency; exact. */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static final Currency YUAN = Currency.getInstance("CNY");

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Nobody pays in " + currency);
        }
    }

    /** Money from an amount in major units; refuses fractions of a minor unit with {@link ArithmeticException}. */
    public static Money of(BigDecimal major, Currency currency) {
        return new Money(
                major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    }

    public static Money yuan(String major) {
        return of(new BigDecimal(major), YUAN);
    }

    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException("No sum of " + currency + " and " + other.currency);
        }
        return other;
    }
}
