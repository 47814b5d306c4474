package org.muster.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/** Whether a change means anything for a plan. Pure. */
final class ChangeRules {

    private static final int LONGEST_REASON = 500;

    private ChangeRules() {}

    static List<Refusal> check(Change change, Sense sense, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (change instanceof Change.Pin pin) {
            boolean known = sense.requirements().stream()
                            .anyMatch(one -> one.key().equals(pin.requirement()))
                    && sense.offers().stream().anyMatch(one -> one.listing().equals(pin.listing()));
            if (!known) {
                refusals.add(Refusal.at("quantity", "allocation.not_a_change", pin.requirement()));
            } else if (pin.quantity().amount().signum() <= 0) {
                refusals.add(Refusal.at("quantity", "allocation.quantity_not_positive"));
            }
        } else if (change instanceof Change.NoListing no) {
            if (sense.offers().stream().noneMatch(one -> one.listing().equals(no.listing()))) {
                refusals.add(Refusal.at(
                        "listing", "allocation.not_a_change", no.listing().toString()));
            }
        } else if (change instanceof Change.NoSupplier no) {
            if (sense.suppliers().stream().noneMatch(one -> one.organisation().equals(no.supplier()))) {
                refusals.add(Refusal.at(
                        "supplier", "allocation.not_a_change", no.supplier().toString()));
            }
        } else if (change instanceof Change.OtherDate date) {
            if (!date.releasedBy().isAfter(now)) {
                refusals.add(Refusal.at("releasedBy", "allocation.date_in_the_past"));
            }
        } else if (change instanceof Change.OtherQuantity quantity) {
            Unit unit = unit(sense, quantity.demand(), "output", refusals);
            Quantity output = quantity.output();
            if (unit != null
                    && (output.amount().signum() <= 0
                            || !output.unit().dimension().equals(unit.dimension()))) {
                refusals.add(Refusal.at("output", "allocation.quantity_not_positive"));
            }
        } else if (change instanceof Change.OtherPriority priority) {
            unit(sense, priority.demand(), "priority", refusals);
            if (priority.priority() < 1 || priority.priority() > 99) {
                refusals.add(Refusal.at("priority", "allocation.priority_out_of_range"));
            }
            int length = priority.reason().strip().length();
            if (length < 4 || length > LONGEST_REASON) {
                refusals.add(Refusal.at("reason", "allocation.reason_missing"));
            }
        } else if (change instanceof Change.OtherFreight freight) {
            price(freight.yuan(), "freight", refusals);
        } else if (change instanceof Change.OtherPrice price) {
            if (sense.requirements().stream().noneMatch(one -> one.key().equals(price.requirement()))) {
                refusals.add(Refusal.at("price", "allocation.not_a_change", price.requirement()));
            }
            price(price.yuan(), "price", refusals);
        }
        return refusals;
    }

    private static void price(BigDecimal yuan, String field, List<Refusal> refusals) {
        if (yuan.signum() <= 0 || yuan.precision() - yuan.scale() > 12) {
            refusals.add(Refusal.at(field, "allocation.price_not_positive"));
        }
    }

    private static @Nullable Unit unit(Sense sense, String demand, String field, List<Refusal> refusals) {
        for (Sense.DemandSense one : sense.demands()) {
            if (one.key().equals(demand)) {
                return one.unit();
            }
        }
        refusals.add(Refusal.at(field, "allocation.not_a_change", demand));
        return null;
    }
}
