package org.muster.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** An operation as it is stored. */
@Embeddable
class OperationRow {

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "rate_amount")
    private @Nullable BigDecimal rateAmount;

    @Column(name = "rate_unit")
    private @Nullable String rateUnit;

    @Column(name = "rate_per")
    @Enumerated(EnumType.STRING)
    private @Nullable RatePer ratePer;

    /** For the mapper. */
    @SuppressWarnings("NullAway.Init")
    protected OperationRow() {}

    OperationRow(Operation operation) {
        name = operation.name().strip();
        Rate rate = operation.rate();
        if (rate != null) {
            rateAmount = rate.quantity().amount();
            rateUnit = rate.quantity().unit().code();
            ratePer = rate.per();
        }
    }

    static OperationRow read(
            String name, @Nullable BigDecimal rateAmount, @Nullable String rateUnit, @Nullable String ratePer) {
        OperationRow read = new OperationRow();
        read.name = name;
        read.rateAmount = rateAmount;
        read.rateUnit = rateUnit;
        read.ratePer = ratePer == null ? null : RatePer.valueOf(ratePer);
        return read;
    }

    Operation asOperation() {
        return new Operation(
                name,
                rateAmount == null || rateUnit == null || ratePer == null
                        ? null
                        : new Rate(new Quantity(rateAmount, Unit.of(rateUnit)), ratePer));
    }

    /** Name, amount, unit and time of the rate. */
    List<@Nullable Object> columns() {
        return Arrays.asList(name, rateAmount, rateUnit, ratePer);
    }
}
