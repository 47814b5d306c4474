package org.muster.certificate;

import java.text.Normalizer;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.organisation.CreditCode;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * A certificate's number as it is written down here: full-width letters, blanks and brackets of all sorts folded.
 *
 * @param rule the public rule it follows; empty for papers that no public rule numbers
 * @param issuerPlace the province that issued, {@code 000000} for the state, as far as the number says so
 * @param year the year of issue, as far as the number says so
 * @param deviceClass of a medical device: 1, 2 or 3
 */
public record CertificateNumber(
        String value,
        Optional<NumberRule> rule,
        Optional<String> issuerPlace,
        Optional<Year> year,
        OptionalInt deviceClass) {

    private static final int LONGEST = 80;
    private static final int FIRST_YEAR = 1985;
    private static final int NEW_DEVICE_NUMBERS_SINCE = 2014;

    /**
     * Reads a number as typed. Where a public rule numbers papers of this kind, what does not follow it is refused, and so is what contradicts
     * itself: a class III device is registered by the state, a check figure fits, no paper comes from next year.
     */
    static Outcome<CertificateNumber> read(String field, CertificateKind kind, String typed, Year thisYear) {
        String number = folded(typed);
        if (number.isEmpty()) {
            return kind == CertificateKind.OTHER
                    ? Outcome.accepted(free(""))
                    : Outcome.refused(Refusal.at(field, "certificate.number_missing"));
        }
        if (number.length() > LONGEST) {
            return Outcome.refused(Refusal.at(field, "certificate.number_long", LONGEST));
        }
        List<NumberRule> rules = NumberRule.of(kind).toList();
        for (NumberRule rule : rules) {
            Optional<Matcher> read = rule.read(number);
            if (read.isPresent()) {
                return judged(field, rule, number, read.get(), thisYear);
            }
        }
        Optional<NumberRule> other = otherKindOf(number, rules);
        if (other.isPresent()) {
            String key = "certificate.number_of_other_kind_" + keyOf(other.get());
            return Outcome.refused(Refusal.at(field, key));
        }
        boolean free = rules.isEmpty()
                || kind == CertificateKind.EMERGENCY_REGISTRATION
                        && rules.stream().noneMatch(rule -> rule.isMeantBy(number));
        return free
                ? Outcome.accepted(free(display(typed)))
                : Outcome.refused(Refusal.at(
                        field, "certificate.number_not_by_rule", rules.get(0).example()));
    }

    /** One that was read before. */
    static CertificateNumber stored(CertificateKind kind, String number) {
        for (NumberRule rule : NumberRule.of(kind).toList()) {
            Optional<Matcher> read = rule.read(folded(number));
            if (read.isPresent()) {
                return facts(rule, folded(number), read.get());
            }
        }
        return free(number);
    }

    private static Outcome<CertificateNumber> judged(
            String field, NumberRule rule, String number, Matcher read, Year thisYear) {
        List<Refusal> refusals = new ArrayList<>();
        CertificateNumber facts = facts(rule, number, read);
        String issuer = group(read, "issuer");
        if (issuer != null && facts.issuerPlace().isEmpty()) {
            refusals.add(Refusal.at(field, "certificate.number_unknown_issuer", issuer));
        }
        facts.issuerPlace()
                .filter(place -> !Issuers.isIssuer(place))
                .ifPresent(place ->
                        refusals.add(Refusal.at(field, "certificate.number_unknown_place", place.substring(0, 2))));
        facts.year().ifPresent(year -> {
            if (year.getValue() < FIRST_YEAR || year.isAfter(thisYear)) {
                refusals.add(Refusal.at(field, "certificate.number_year", year.toString()));
            }
        });
        switch (rule) {
            case DEVICE_REGISTRATION -> {
                if (facts.year().orElseThrow().getValue() < NEW_DEVICE_NUMBERS_SINCE) {
                    refusals.add(Refusal.at(field, "certificate.number_before_rule", NEW_DEVICE_NUMBERS_SINCE + ""));
                }
                refusals.addAll(classAgainstIssuer(field, facts, read));
            }
            case DEVICE_REGISTRATION_OLD -> refusals.addAll(classAgainstIssuer(field, facts, read));
            case FOOD -> {
                if (!checksByMod1110(number.substring(2))) {
                    refusals.add(Refusal.at(field, "certificate.number_check_digit"));
                }
            }
            case CREDIT_CODE -> refusals.addAll(CreditCode.read(field, number).reasons());
            default -> {}
        }
        return refusals.isEmpty() ? Outcome.accepted(facts) : Outcome.refused(refusals);
    }

    /** The state registers class III and whatever is imported; provinces register class II of their own. */
    private static List<Refusal> classAgainstIssuer(String field, CertificateNumber facts, Matcher read) {
        int deviceClass = facts.deviceClass().orElseThrow();
        boolean byState = facts.issuerPlace().filter(Issuers.STATE::equals).isPresent();
        boolean homeMade = "准".equals(group(read, "origin"));
        if (deviceClass < 2 || deviceClass > 3) {
            return List.of(Refusal.at(field, "certificate.number_device_class", deviceClass));
        }
        if (!byState && (!homeMade || deviceClass == 3)) {
            return List.of(Refusal.at(field, "certificate.number_needs_state"));
        }
        if (byState && homeMade && deviceClass == 2) {
            return List.of(Refusal.at(field, "certificate.number_needs_province"));
        }
        return List.of();
    }

    private static CertificateNumber facts(NumberRule rule, String number, Matcher read) {
        String issuer = group(read, "issuer");
        String authority = group(read, "authority");
        String place = group(read, "place");
        Optional<String> issuerPlace = issuer != null
                ? Issuers.placeOf(issuer)
                : authority != null
                        ? Optional.of(authority + "0000")
                        : place != null ? Optional.of(place.substring(0, 2) + "0000") : Optional.empty();
        String year = group(read, "year");
        String shortYear = group(read, "shortyear");
        String deviceClass = group(read, "class");
        return new CertificateNumber(
                written(rule, number),
                Optional.of(rule),
                issuerPlace,
                year != null
                        ? Optional.of(Year.of(Integer.parseInt(year)))
                        : shortYear != null
                                ? Optional.of(Year.of(2000 + Integer.parseInt(shortYear)))
                                : Optional.empty(),
                deviceClass == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(deviceClass)));
    }

    /** As the authority writes it, whether or not the last 号 was typed. */
    private static String written(NumberRule rule, String number) {
        boolean ends = rule.example().endsWith("号");
        return ends && !number.endsWith("号") ? number + "号" : number;
    }

    private static Optional<NumberRule> otherKindOf(String number, List<NumberRule> own) {
        return Stream.of(NumberRule.values())
                .filter(rule -> !own.contains(rule))
                // Figures alone may be anything.
                .filter(rule -> number.codePoints().anyMatch(Character::isIdeographic))
                .filter(rule -> rule.read(number).isPresent())
                .findFirst();
    }

    private static String keyOf(NumberRule rule) {
        return rule.kinds().iterator().next().name().toLowerCase(Locale.ROOT);
    }

    private static CertificateNumber free(String number) {
        return new CertificateNumber(number, Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cntrl}\\p{Cf}·]", "")
                .replaceAll("[〔\\[【]", "(")
                .replaceAll("[〕\\]】]", ")")
                .replaceAll("[－–—―‐‑]", "-")
                .toUpperCase(Locale.ROOT);
    }

    /** Without rule it is kept as written, but for width and blanks at its ends. */
    private static String display(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** ISO 7064, MOD 11,10, over figures of which the last is the check figure. */
    static boolean checksByMod1110(String figures) {
        int product = 10;
        for (int i = 0; i < figures.length() - 1; i++) {
            int sum = (figures.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + figures.charAt(figures.length() - 1) - '0') % 10 == 1;
    }

    private static @Nullable String group(Matcher read, String name) {
        try {
            return read.group(name);
        } catch (IllegalArgumentException noSuchPart) {
            return null;
        }
    }
}
