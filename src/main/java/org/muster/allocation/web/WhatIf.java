package org.muster.allocation.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.muster.allocation.Change;
import org.muster.allocation.Sense;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;
import org.muster.shell.Ids;
import org.muster.shell.NotFound;

/** What somebody wants otherwise, as it was typed; nothing of it is lost when it is refused. */
record WhatIf(Map<String, String> fields) {

    static final WhatIf NOTHING = new WhatIf(Map.of());

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    WhatIf {
        fields = Map.copyOf(fields);
    }

    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The change, or why it is none. What names nothing in the plan was never on its page. */
    Outcome<Change> change(Sense sense, ZoneId zone) {
        return switch (get("change")) {
            case "pin" -> pin(sense);
            case "no-listing" -> Outcome.accepted(new Change.NoListing(listing(sense)));
            case "no-supplier" -> Outcome.accepted(new Change.NoSupplier(supplier(sense)));
            case "date" -> date(zone);
            case "quantity" -> {
                Sense.DemandSense demand = demand(sense);
                yield amount("amount", demand.unit())
                        .map(output -> (Change) new Change.OtherQuantity(demand.key(), output));
            }
            case "priority" -> priority(demand(sense).key());
            case "price" -> {
                String requirement = requirement(sense).key();
                yield yuan("yuan").map(price -> (Change) new Change.OtherPrice(requirement, price));
            }
            case "freight" -> yuan("freight").map(Change.OtherFreight::new);
            default -> throw new NotFound();
        };
    }

    private Outcome<Change> pin(Sense sense) {
        ListingId listing = listing(sense);
        Sense.RequirementSense requirement = requirement(sense);
        return amount("amount-" + get("arc"), requirement.unit())
                .map(quantity -> new Change.Pin(listing, requirement.key(), quantity));
    }

    private Outcome<Change> date(ZoneId zone) {
        String typed = get("releasedBy").strip();
        try {
            return Outcome.accepted(new Change.OtherDate(
                    LocalDateTime.parse(typed.replace(' ', 'T')).atZone(zone).toInstant()));
        } catch (DateTimeException unreadable) {
            return Outcome.refused(Refusal.at("releasedBy", "plan.date_unreadable", typed));
        }
    }

    private Outcome<Change> priority(String demand) {
        String typed = get("priority").strip();
        String why = get("reason").strip();
        if (!typed.matches("[1-9]\\d?")) {
            return Outcome.refused(Refusal.at("priority", "allocation.priority_out_of_range"));
        }
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return Outcome.refused(Refusal.at("reason", "allocation.reason_missing"));
        }
        return Outcome.accepted(new Change.OtherPriority(demand, Integer.parseInt(typed), why));
    }

    private Outcome<Quantity> amount(String field, Unit unit) {
        String typed = get(field);
        Optional<Quantity> read = TradeNumber.amount(typed, unit)
                .filter(amount -> amount.unit().dimension().equals(unit.dimension())
                        && amount.amount().signum() > 0);
        return read.map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(
                        Refusal.at(field, "plan.amount_unreadable", typed.strip(), unit.nameZh(), unit.nameEn())));
    }

    private Outcome<BigDecimal> yuan(String field) {
        String typed = get(field).strip();
        return typed.matches("\\d{1,9}(\\.\\d{1,4})?") && new BigDecimal(typed).signum() > 0
                ? Outcome.accepted(new BigDecimal(typed))
                : Outcome.refused(Refusal.at(field, "plan.price_unreadable", typed));
    }

    private ListingId listing(Sense sense) {
        ListingId id = Ids.read(get("listing"), ListingId::of);
        return sense.offers().stream()
                .map(Sense.OfferSense::listing)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private OrganisationId supplier(Sense sense) {
        OrganisationId id = Ids.read(get("supplier"), OrganisationId::of);
        return sense.suppliers().stream()
                .map(Sense.SupplierSense::organisation)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Sense.DemandSense demand(Sense sense) {
        return sense.demands().stream()
                .filter(one -> one.key().equals(get("demand")))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Sense.RequirementSense requirement(Sense sense) {
        return sense.requirements().stream()
                .filter(one -> one.key().equals(get("requirement")))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
