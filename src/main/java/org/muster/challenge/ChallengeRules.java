package org.muster.challenge;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.certificate.CertificateKind;
import org.muster.emergency.EmergencyId;
import org.muster.reference.Place;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.reference.Terms;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** What a challenge has to say, and how it is read. */
final class ChallengeRules {

    private static final Duration LONGEST_OPEN = Duration.ofDays(180);
    private static final int MOST_LIMITS = 8;
    /** As much as anybody ever wanted of anything. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(11);

    /** A challenge, every word of it read. */
    record Checked(
            Optional<EmergencyId> emergency,
            String title,
            String titleEn,
            Term item,
            String specification,
            List<Limit> limits,
            Quantity quantity,
            Place place,
            Instant closesAt,
            LocalDate neededBy,
            String unlocks,
            String unlocksEn,
            Set<CertificateKind> papers) {}

    private final Terms terms;
    private final Places places;
    private final List<Refusal> refusals = new ArrayList<>();

    private ChallengeRules(Terms terms, Places places) {
        this.terms = terms;
        this.places = places;
    }

    static Outcome<Checked> check(
            ChallengeDraft typed,
            Optional<EmergencyId> emergency,
            Terms terms,
            Places places,
            ZoneId zone,
            Instant now) {
        return new ChallengeRules(terms, places).checked(typed, emergency, zone, now);
    }

    private Outcome<Checked> checked(ChallengeDraft typed, Optional<EmergencyId> emergency, ZoneId zone, Instant now) {
        String title = text("title", typed.title(), 4, 80);
        String titleEn = text("titleEn", typed.titleEn(), 0, 120);
        Term item = item(typed.item());
        String specification = text("specification", typed.specification(), 4, 2000);
        List<Limit> limits = limits(typed.limits());
        Quantity quantity = quantity("amount", typed.amount(), item == null ? PIECE : usualUnit(item), refusals);
        Place place = place(typed.place());
        Instant closesAt = closesAt(typed.closesAt(), zone, now);
        LocalDate neededBy = day("neededBy", typed.neededBy(), refusals);
        if (neededBy != null && closesAt != null && neededBy.isBefore(LocalDate.ofInstant(closesAt, zone))) {
            refusals.add(Refusal.at("neededBy", "challenge.needed_before_closing"));
        }
        String unlocks = text("unlocks", typed.unlocks(), 4, 200);
        String unlocksEn = text("unlocksEn", typed.unlocksEn(), 0, 300);
        Set<CertificateKind> papers = EnumSet.noneOf(CertificateKind.class);
        for (CertificateKind kind : CertificateKind.values()) {
            if (typed.papers().contains(kind.name())) {
                papers.add(kind);
            }
        }
        if (!refusals.isEmpty()
                || item == null
                || quantity == null
                || place == null
                || closesAt == null
                || neededBy == null) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Checked(
                emergency,
                title,
                titleEn,
                item,
                specification,
                limits,
                quantity,
                place,
                closesAt,
                neededBy,
                unlocks,
                unlocksEn,
                papers));
    }

    private String text(String field, String typed, int least, int most) {
        String tidy = typed.strip();
        if (tidy.length() < least || tidy.length() > most) {
            refusals.add(Refusal.at(field, "challenge.text_length", least, most));
        }
        return tidy;
    }

    private @Nullable Term item(String typed) {
        Optional<Term> item = terms.called(typed.strip())
                .filter(term -> term.kind() == TermKind.PRODUCT
                        || term.kind() == TermKind.MATERIAL
                        || term.kind() == TermKind.EQUIPMENT);
        if (item.isEmpty()) {
            refusals.add(Refusal.at("item", "challenge.item_unknown", typed.strip()));
        }
        return item.orElse(null);
    }

    private List<Limit> limits(String typed) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        for (String line : typed.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            Optional<Limit> limit = Limit.read(line);
            if (limit.isEmpty()) {
                refusals.add(Refusal.at("limits", "challenge.limit_unreadable", line.strip()));
            } else if (limits.putIfAbsent(limit.get().name(), limit.get()) != null) {
                refusals.add(Refusal.at(
                        "limits", "challenge.limit_twice", limit.get().name()));
            }
        }
        if (limits.size() > MOST_LIMITS) {
            refusals.add(Refusal.at("limits", "challenge.limits_many", limits.size(), MOST_LIMITS));
        }
        return List.copyOf(limits.values());
    }

    private @Nullable Place place(String typed) {
        PlaceAnswer answer = places.resolve(typed.strip());
        if (answer instanceof PlaceAnswer.Found found) {
            return found.place();
        }
        if (answer instanceof PlaceAnswer.Ambiguous several) {
            refusals.add(Refusal.at(
                    "place",
                    "challenge.place_ambiguous",
                    typed.strip(),
                    several.candidates().stream()
                            .limit(5)
                            .map(place -> places.wholeName(place, Locale.CHINESE))
                            .collect(Collectors.joining("、"))));
        } else {
            refusals.add(Refusal.at("place", "challenge.place_unknown", typed.strip()));
        }
        return null;
    }

    private @Nullable Instant closesAt(String typed, ZoneId zone, Instant now) {
        Instant closesAt;
        try {
            closesAt = LocalDateTime.parse(typed.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at("closesAt", "challenge.closing_unreadable", typed.strip()));
            return null;
        }
        if (!closesAt.isAfter(now)) {
            refusals.add(Refusal.at("closesAt", "challenge.closing_over"));
        } else if (closesAt.isAfter(now.plus(LONGEST_OPEN))) {
            refusals.add(Refusal.at("closesAt", "challenge.closing_far", LONGEST_OPEN.toDays()));
        }
        return closesAt;
    }

    // ── Shared with the rules of claims ─────────────────────────────────────────

    static final Unit PIECE = Unit.of("piece");

    static Unit usualUnit(Term item) {
        return item.defaultUnit().flatMap(Unit::written).orElse(PIECE);
    }

    static @Nullable Quantity quantity(String field, String typed, Unit usual, List<Refusal> refusals) {
        Optional<Quantity> read = TradeNumber.amount(typed, usual)
                .filter(amount ->
                        amount.amount().signum() > 0 && amount.amount().compareTo(MOST) <= 0);
        if (read.isEmpty()) {
            refusals.add(
                    Refusal.at(field, "challenge.amount_unreadable", typed.strip(), usual.nameZh(), usual.nameEn()));
        }
        return read.orElse(null);
    }

    static @Nullable LocalDate day(String field, String typed, List<Refusal> refusals) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at(field, "challenge.day_unreadable", typed.strip()));
            return null;
        }
    }
}
