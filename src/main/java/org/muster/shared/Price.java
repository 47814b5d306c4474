package org.muster.shared;

/** Money for a quantity ("185.00 CNY per 1,000 pieces"), so that a price below a minor unit per piece stays exact. */
public record Price(Money money, Quantity per, PriceBasis basis) {

    public Price {
        if (money.minor() < 0 || per.amount().signum() <= 0) {
            throw new IllegalArgumentException("A price is not negative and is for something");
        }
    }
}
