package org.muster.challenge;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

@Embeddable
class LimitRow {

    private String name;

    @Enumerated(EnumType.STRING)
    private Limit.Bound bound;

    private BigDecimal figure;
    private String unit;

    @SuppressWarnings("NullAway.Init")
    protected LimitRow() {}

    LimitRow(Limit limit) {
        this.name = limit.name();
        this.bound = limit.bound();
        this.figure = limit.figure();
        this.unit = limit.unit();
    }

    Limit limit() {
        return new Limit(name, bound, figure.stripTrailingZeros(), unit);
    }
}
