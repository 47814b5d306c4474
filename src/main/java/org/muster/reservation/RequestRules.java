package org.muster.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/** What a wish must keep before anybody looks at a listing, each rule by its name and its sentence; all of them speak at once. */
final class RequestRules {

    /** One rule: what is wrong with a wish at a moment, nothing when it is kept. */
    record Rule(String name, BiFunction<HoldRequest, Instant, List<Refusal>> check) {}

    static final int LONGEST_REASON = 400;
    static final int LONGEST_KEY = 200;
    /** Who types now means this very day too, as for windows. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final Duration LONGEST_TIME = Duration.ofDays(366);
    private static final Duration FURTHEST = Duration.ofDays(3 * 366);
    /** What a column of 24 digits with six decimals holds, with room. */
    private static final int MOST_DIGITS = 15;

    static final List<Rule> IN_FORCE = List.of(
            new Rule("something is asked for, and not too much at once", (request, now) -> {
                if (request.claims().isEmpty()) {
                    return List.of(Refusal.at("claims", "reservation.nothing_asked"));
                }
                return request.claims().size() > HoldLimits.MOST_CLAIMS
                        ? List.of(Refusal.at(
                                "claims",
                                "reservation.too_many_claims",
                                request.claims().size(),
                                HoldLimits.MOST_CLAIMS))
                        : List.of();
            }),
            new Rule("a hold ends after now", (request, now) -> {
                Instant until = request.until();
                return until != null && !until.isAfter(now)
                        ? List.of(Refusal.at("until", "reservation.until_past"))
                        : List.of();
            }),
            new Rule("a reason is short", (request, now) -> reason(request.reason())),
            new Rule(
                    "an amount is above zero, believable, exact and whole where it is counted",
                    (request, now) -> each(
                            request,
                            (field, claim) -> amount(field, ClaimText.of(claim).quantity()))),
            new Rule(
                    "a time is not over and not too far or too long",
                    (request, now) -> each(
                            request,
                            (field, claim) -> time(field, ClaimText.of(claim).during(), now))),
            new Rule(
                    "nobody asks for the same hours twice",
                    (request, now) -> IntStream.range(0, request.claims().size())
                            .filter(i -> IntStream.range(0, i).anyMatch(j -> overlap(request, i, j)))
                            .mapToObj(i -> Refusal.at("claims." + i, "reservation.asked_twice"))
                            .toList()));

    private RequestRules() {}

    static List<Refusal> broken(HoldRequest request, Instant now) {
        return IN_FORCE.stream()
                .flatMap(rule -> rule.check().apply(request, now).stream())
                .toList();
    }

    static List<Refusal> reason(String reason) {
        return reason.length() > LONGEST_REASON
                ? List.of(Refusal.at("reason", "reservation.reason_long", reason.length(), LONGEST_REASON))
                : List.of();
    }

    static List<Refusal> amount(String field, @Nullable Quantity quantity) {
        if (quantity == null) {
            return List.of();
        }
        if (quantity.amount().signum() <= 0) {
            return List.of(Refusal.at(field, "reservation.amount_not_positive"));
        }
        if (quantity.amount().precision() - quantity.amount().scale() > MOST_DIGITS) {
            return List.of(Refusal.at(field, "reservation.amount_unbelievable"));
        }
        if (quantity.amount().scale() > Amounts.MOST_DECIMALS) {
            return List.of(Refusal.at(field, "reservation.amount_decimals", Amounts.MOST_DECIMALS));
        }
        return Amounts.isWhole(quantity)
                ? List.of()
                : List.of(Refusal.at(field, "reservation.amount_not_whole", quantity.unit()));
    }

    private static List<Refusal> time(String field, @Nullable TimeWindow during, Instant now) {
        if (during == null) {
            return List.of();
        }
        List<Refusal> wrong = new ArrayList<>();
        if (!during.to().isAfter(now)) {
            wrong.add(Refusal.at(field, "reservation.time_over"));
        } else if (during.from().isBefore(now.minus(GRACE))) {
            wrong.add(Refusal.at(field, "reservation.time_starts_in_past"));
        }
        if (during.length().compareTo(LONGEST_TIME) > 0 || during.to().isAfter(now.plus(FURTHEST))) {
            wrong.add(Refusal.at(field, "reservation.time_too_far"));
        }
        return wrong;
    }

    private static boolean overlap(HoldRequest request, int i, int j) {
        return request.claims().get(i) instanceof Claim.Time one
                && request.claims().get(j) instanceof Claim.Time other
                && one.listing().equals(other.listing())
                && one.during().overlaps(other.during());
    }

    private static List<Refusal> each(HoldRequest request, BiFunction<String, Claim, List<Refusal>> check) {
        return IntStream.range(0, request.claims().size())
                .mapToObj(i -> check.apply("claims." + i, request.claims().get(i)))
                .flatMap(List::stream)
                .toList();
    }
}
