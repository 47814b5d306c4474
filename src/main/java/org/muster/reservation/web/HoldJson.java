package org.muster.reservation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldView;
import org.muster.reservation.Smaller;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * A hold as programs read it.
 *
 * @param may what whoever asks may do with it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldJson(
        UUID id,
        UUID holder,
        ClaimState state,
        Instant placedAt,
        Instant until,
        String reason,
        List<Held> claims,
        List<String> may) {

    private static final Logger LOG = Logger.getLogger(HoldJson.class);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    /** A number as text, so that nothing is rounded on the way, and a code of the unit list. */
    public record Amount(@Nullable String amount, @Nullable String unit) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            UUID id,
            UUID listing,
            ClaimState state,
            Instant changedAt,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Amount quantity) {}

    static HoldJson of(HoldView hold) {
        List<String> may = new ArrayList<>();
        add(may, hold.canRelease(), "release");
        add(may, hold.canReduce(), "reduce");
        add(may, hold.canExtend(), "extend");
        add(may, hold.canCommit(), "commit");
        add(may, hold.canConsume(), "consume");
        return new HoldJson(
                hold.id().value(),
                hold.holder().value(),
                hold.state(),
                hold.placedAt(),
                hold.until(),
                hold.reason(),
                hold.claims().stream().map(HoldJson::held).toList(),
                may);
    }

    private static void add(List<String> may, boolean can, String step) {
        if (can) {
            may.add(step);
        }
    }

    private static Held held(ClaimView claim) {
        @Nullable TimeWindow during = null;
        @Nullable Quantity quantity = null;
        if (claim.what() instanceof Claim.Time time) {
            during = time.during();
        } else if (claim.what() instanceof Claim.Amount amount) {
            quantity = amount.quantity();
        } else if (claim.what() instanceof Claim.Rate rate) {
            during = rate.during();
            quantity = rate.quantity();
        }
        return new Held(
                claim.id().value(),
                claim.what().listing().value(),
                claim.state(),
                claim.changedAt(),
                during == null ? null : during.from(),
                during == null ? null : during.to(),
                quantity == null
                        ? null
                        : new Amount(
                                quantity.amount().toPlainString(),
                                quantity.unit().code()));
    }

    /** Reads what is wanted of one listing, or says at which field it cannot be read. */
    static Optional<Claim> claim(String field, HoldsApi.Wanted wanted, List<Refusal> wrong) {
        int before = wrong.size();
        if (wanted.listing() == null) {
            wrong.add(Refusal.at(field + ".listing", "reservation.api_listing_missing"));
        }
        @Nullable TimeWindow during = during(field, wanted.from(), wanted.to(), wrong);
        @Nullable Quantity quantity = quantity(field, wanted.quantity(), wrong);
        if (wrong.size() > before || wanted.listing() == null) {
            return Optional.empty();
        }
        ListingId listing = new ListingId(wanted.listing());
        if (during != null) {
            return Optional.of(
                    quantity == null ? new Claim.Time(listing, during) : new Claim.Rate(listing, quantity, during));
        } else if (quantity != null) {
            return Optional.of(new Claim.Amount(listing, quantity));
        }
        wrong.add(Refusal.at(field, "reservation.api_nothing_wanted"));
        return Optional.empty();
    }

    static Optional<Smaller> smaller(HoldsApi.Less less, List<Refusal> wrong) {
        int before = wrong.size();
        @Nullable TimeWindow during = during("", less.from(), less.to(), wrong);
        @Nullable Quantity quantity = quantity("", less.quantity(), wrong);
        if (wrong.size() > before) {
            return Optional.empty();
        } else if (quantity != null) {
            return Optional.of(new Smaller.To(quantity));
        } else if (during != null) {
            return Optional.of(new Smaller.Within(during));
        }
        wrong.add(Refusal.of("reservation.api_nothing_wanted"));
        return Optional.empty();
    }

    private static @Nullable TimeWindow during(
            String field, @Nullable Instant from, @Nullable Instant to, List<Refusal> wrong) {
        if (from == null && to == null) {
            return null;
        } else if (from == null || to == null || !from.isBefore(to)) {
            wrong.add(Refusal.at(in(field, from == null ? "from" : "to"), "reservation.api_time_unclear"));
            return null;
        }
        return new TimeWindow(from, to);
    }

    private static @Nullable Quantity quantity(String field, @Nullable Amount said, List<Refusal> wrong) {
        if (said == null) {
            return null;
        }
        String amount = said.amount() == null ? "" : said.amount().strip();
        String unit = said.unit() == null ? "" : said.unit().strip();
        try {
            // A few letters, such as 1e999999999, can mean a number that fills the memory.
            if (PLAIN_NUMBER.matcher(amount).matches()) {
                return Quantity.of(amount, unit);
            }
        } catch (IllegalArgumentException noSuchUnit) {
            LOG.debugf("Unknown unit in a request: %s", noSuchUnit.getMessage());
        }
        wrong.add(Refusal.at(in(field, "quantity"), "reservation.api_quantity_unreadable"));
        return null;
    }

    private static String in(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }
}
