package org.muster.challenge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentId;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** What a claim has to say, and how it is read. What misses a limit or comes late is taken all the same: the coordinator sees it. */
final class ClaimRules {

    static final int MOST_FILES = 5;

    private static final BigDecimal DEAREST = BigDecimal.TEN.pow(10);

    /** A claim, every word of it read. */
    record Checked(
            Quantity quantity,
            Price price,
            LocalDate readyBy,
            ClaimWay way,
            Optional<ListingId> listing,
            String certificates,
            String notes,
            Map<String, BigDecimal> figures,
            List<AttachmentId> evidence) {}

    private final List<Refusal> refusals = new ArrayList<>();

    private ClaimRules() {}

    /**
     * @param own the claimant's own listings
     * @param kept the files that are kept for the claimant, of those the draft names
     */
    static Outcome<Checked> check(
            ClaimDraft typed,
            Quantity wanted,
            List<Limit> limits,
            Set<ListingId> own,
            List<AttachmentId> kept,
            LocalDate today) {
        return new ClaimRules().checked(typed, wanted, limits, own, kept, today);
    }

    private Outcome<Checked> checked(
            ClaimDraft typed,
            Quantity wanted,
            List<Limit> limits,
            Set<ListingId> own,
            List<AttachmentId> kept,
            LocalDate today) {
        Quantity quantity = quantity(typed.amount(), wanted);
        Price price = price(typed, wanted);
        LocalDate readyBy = ChallengeRules.day("readyBy", typed.readyBy(), refusals);
        if (readyBy != null && readyBy.isBefore(today)) {
            refusals.add(Refusal.at("readyBy", "challenge.ready_over"));
        }
        Optional<ClaimWay> way = Arrays.stream(ClaimWay.values())
                .filter(one -> one.name().equals(typed.way()))
                .findFirst();
        if (way.isEmpty()) {
            refusals.add(Refusal.at("way", "challenge.way_missing"));
        }
        Optional<ListingId> listing = own.stream()
                .filter(one -> one.toString().equals(typed.listing()))
                .findFirst();
        if (listing.isEmpty() && !typed.listing().isBlank()) {
            refusals.add(Refusal.at("listing", "challenge.listing_unknown"));
        }
        Map<String, BigDecimal> figures = new HashMap<>();
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            String figure = typed.figures().getOrDefault(limit.name(), "").strip();
            if (figure.matches("-?\\d{1,9}([.]\\d{1,6})?")) {
                figures.put(limit.name(), new BigDecimal(figure));
            } else {
                refusals.add(Refusal.at("figure-" + i, "challenge.figure_missing", limit.name(), limit.unit()));
            }
        }
        if (kept.size() > MOST_FILES) {
            refusals.add(Refusal.at("evidence", "challenge.files_many", kept.size(), MOST_FILES));
        }
        String certificates = text("certificates", typed.certificates(), 300);
        String notes = text("notes", typed.notes(), 1000);
        if (!refusals.isEmpty() || quantity == null || price == null || readyBy == null) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(
                new Checked(quantity, price, readyBy, way.orElseThrow(), listing, certificates, notes, figures, kept));
    }

    private @Nullable Quantity quantity(String typed, Quantity wanted) {
        Quantity quantity = ChallengeRules.quantity("amount", typed, wanted.unit(), refusals);
        if (quantity == null) {
            return null;
        }
        if (!quantity.unit().dimension().equals(wanted.unit().dimension())) {
            refusals.add(Refusal.at(
                    "amount",
                    "challenge.other_measure",
                    wanted.unit().nameZh(),
                    wanted.unit().nameEn()));
            return null;
        }
        if (!wanted.isAtLeast(quantity)) {
            refusals.add(Refusal.at(
                    "amount",
                    "challenge.more_than_wanted",
                    wanted.amount().toPlainString(),
                    wanted.unit().nameZh(),
                    wanted.unit().nameEn()));
            return null;
        }
        return quantity;
    }

    private @Nullable Price price(ClaimDraft typed, Quantity wanted) {
        String yuan = typed.price().strip().replace(",", "").replace("，", "");
        Optional<PriceBasis.Delivery> delivery = Arrays.stream(PriceBasis.Delivery.values())
                .filter(one -> one != PriceBasis.Delivery.UNSAID && one.name().equals(typed.delivery()))
                .findFirst();
        if (delivery.isEmpty()) {
            refusals.add(Refusal.at("delivery", "challenge.delivery_missing"));
        }
        if (!yuan.matches("\\d{1,10}([.]\\d{1,6})?") || new BigDecimal(yuan).compareTo(DEAREST) > 0) {
            refusals.add(Refusal.at(
                    "price", "challenge.price_unreadable", typed.price().strip()));
            return null;
        }
        // 0.0085 for one is 85 for ten thousand: money is kept in whole fen.
        BigDecimal money = new BigDecimal(yuan).stripTrailingZeros();
        BigDecimal per = BigDecimal.ONE;
        while (money.scale() > 2) {
            money = money.movePointRight(1);
            per = per.movePointRight(1);
        }
        return new Price(
                Money.of(money, Money.YUAN),
                new Quantity(per, wanted.unit()),
                new PriceBasis(
                        typed.taxIncluded(),
                        Optional.empty(),
                        PriceBasis.Invoice.UNSAID,
                        delivery.orElse(PriceBasis.Delivery.DELIVERED),
                        Optional.empty()));
    }

    private String text(String field, String typed, int most) {
        String tidy = typed.strip();
        if (tidy.length() > most) {
            refusals.add(Refusal.at(field, "challenge.text_length", 0, most));
        }
        return tidy;
    }
}
