package org.muster.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** What a consignment has to say before a paper is printed from it. */
final class ConsignmentRules {

    private static final int LONGEST_DAYS = 60;

    record Checked(PaperKind kind, Consignment consignment) {}

    private final List<Refusal> refusals = new ArrayList<>();

    private ConsignmentRules() {}

    static Outcome<Checked> check(ConsignmentDraft typed, LocalDate today) {
        return new ConsignmentRules().checked(typed, today);
    }

    private Outcome<Checked> checked(ConsignmentDraft typed, LocalDate today) {
        Optional<PaperKind> kind = Arrays.stream(PaperKind.values())
                .filter(one -> one.name().equals(typed.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            refusals.add(Refusal.at("kind", "paper.kind_missing"));
        }
        Consignment.Party from = party("from", typed.from());
        Consignment.Party to = party("to", typed.to());
        List<Consignment.Item> items = items(typed.items());
        boolean drives = kind.filter(PaperKind.VEHICLE_PASS::equals).isPresent();
        String vehicle = text("vehicle", typed.vehicle(), drives ? 6 : 0, 12).toUpperCase(Locale.ROOT);
        String driver = text("driver", typed.driver(), drives ? 2 : 0, 40);
        String driverMobile = mobile("driverMobile", typed.driverMobile(), drives);
        String authority = text("authority", typed.authority(), 2, 120);
        String document = text("document", typed.document(), 2, 120);
        LocalDate leaves = day("leaves", typed.leaves());
        LocalDate validUntil = day("validUntil", typed.validUntil());
        if (leaves != null && leaves.isBefore(today)) {
            refusals.add(Refusal.at("leaves", "paper.day_over"));
        }
        if (leaves != null
                && validUntil != null
                && (validUntil.isBefore(leaves) || validUntil.isAfter(leaves.plusDays(LONGEST_DAYS)))) {
            refusals.add(Refusal.at("validUntil", "paper.valid_until", LONGEST_DAYS));
        }
        if (!refusals.isEmpty() || leaves == null || validUntil == null) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Checked(
                kind.orElseThrow(),
                new Consignment(
                        from, to, items, vehicle, driver, driverMobile, authority, document, leaves, validUntil)));
    }

    private Consignment.Party party(String which, ConsignmentDraft.Party typed) {
        return new Consignment.Party(
                text(which + "Name", typed.name(), 2, 120),
                text(which + "Place", typed.place(), 2, 120),
                text(which + "Contact", typed.contact(), 2, 40),
                mobile(which + "Mobile", typed.mobile(), true));
    }

    private List<Consignment.Item> items(List<ConsignmentDraft.Item> typed) {
        List<Consignment.Item> items = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            ConsignmentDraft.Item item = typed.get(i);
            if (!item.isBlank()) {
                items.add(new Consignment.Item(
                        text("item-" + i, item.name(), 2, 60),
                        text("quantity-" + i, item.quantity(), 1, 40),
                        text("batch-" + i, item.batch(), 0, 40),
                        text("lot-" + i, item.lot(), 0, 40),
                        item.expiry().isBlank() ? null : day("expiry-" + i, item.expiry())));
            }
        }
        if (items.isEmpty()) {
            refusals.add(Refusal.at("item-0", "paper.items_missing"));
        }
        return items;
    }

    private String text(String field, String typed, int least, int most) {
        String tidy = typed.strip();
        if (tidy.length() < least || tidy.length() > most) {
            refusals.add(Refusal.at(field, "paper.text_length", least, most));
        }
        return tidy;
    }

    private String mobile(String field, String typed, boolean required) {
        String tidy = typed.replaceAll("[\\s-]", "");
        if (!(tidy.matches("\\+?\\d{7,15}") || tidy.isEmpty() && !required)) {
            refusals.add(Refusal.at(field, "paper.mobile_unreadable", typed.strip()));
        }
        return tidy;
    }

    private @Nullable LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at(field, "paper.day_unreadable", typed.strip()));
            return null;
        }
    }
}
