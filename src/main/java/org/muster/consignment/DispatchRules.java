package org.muster.consignment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** What has to be said of a consignment, and of what came of it; all that is wrong at once, each at its field. */
final class DispatchRules {

    static final int LONGEST_NOTE = 300;
    private static final int LONGEST_NAME = 60;
    private static final Duration FARTHEST = Duration.ofDays(60);
    /** Clocks of two machines, and a form that took a while. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final List<Refusal> refusals = new ArrayList<>();
    private final ZoneId zone;
    private final Instant now;

    DispatchRules(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    record Checked(
            String key,
            Quantity quantity,
            String vehicle,
            String driver,
            String driverMobile,
            String from,
            Instant departure,
            Instant arrival,
            Optional<Instant> departed,
            String caller) {}

    /** @param onBehalf whether the desk types it in, and says who called */
    Outcome<Checked> check(DispatchDraft typed, Unit unit, boolean onBehalf) {
        Optional<Quantity> quantity = amount("amount", typed.amount(), unit, false);
        String vehicle = typed.vehicle().replaceAll("[\\s·-]", "").toUpperCase(Locale.ROOT);
        if (!vehicle.matches("[\\p{IsHan}A-Z0-9]{6,10}")) {
            refusals.add(Refusal.at(
                    "vehicle", "consignment.vehicle_unreadable", typed.vehicle().strip()));
        }
        String driver = text("driver", typed.driver(), 2, 40);
        String mobile = typed.driverMobile().replaceAll("[\\s-]", "");
        if (!mobile.matches("\\+?\\d{7,15}")) {
            refusals.add(Refusal.at(
                    "driverMobile",
                    "consignment.mobile_unreadable",
                    typed.driverMobile().strip()));
        }
        String from = text("from", typed.from(), 2, 120);
        Optional<Instant> departure = moment("departure", typed.departure());
        Optional<Instant> arrival = moment("arrival", typed.arrival());
        if (departure.isPresent() && arrival.isPresent() && !departure.get().isBefore(arrival.get())) {
            refusals.add(Refusal.at("arrival", "consignment.arrival_first"));
        }
        Optional<Instant> departed =
                typed.departed().isBlank() ? Optional.empty() : past("departed", typed.departed(), Instant.MIN);
        String caller = onBehalf ? text("caller", typed.caller(), 2, LONGEST_NAME) : "";
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return Outcome.accepted(new Checked(
                key(typed.key()),
                quantity.orElseThrow(),
                vehicle,
                driver,
                mobile,
                from,
                departure.orElseThrow(),
                arrival.orElseThrow(),
                departed,
                caller));
    }

    static String key(String typed) {
        String key = typed.strip();
        return key.isEmpty() || key.length() > 64 ? UUID.randomUUID().toString() : key;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    String text(String field, String typed, int least, int most) {
        String tidy = typed.strip();
        if (tidy.length() < least || tidy.length() > most) {
            refusals.add(Refusal.at(field, "consignment.text_length", least, most));
        }
        return tidy;
    }

    Optional<Instant> moment(String field, String typed) {
        try {
            Instant at = LocalDateTime.parse(typed.strip().replace(' ', 'T').replace('/', '-'))
                    .atZone(zone)
                    .toInstant();
            if (at.isBefore(now.minus(FARTHEST)) || at.isAfter(now.plus(FARTHEST))) {
                refusals.add(Refusal.at(field, "consignment.moment_far", FARTHEST.toDays()));
                return Optional.empty();
            }
            return Optional.of(at);
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at(field, "consignment.moment_unreadable", typed.strip()));
            return Optional.empty();
        }
    }

    /** A moment that is over, and not before another. */
    Optional<Instant> past(String field, String typed, Instant notBefore) {
        Optional<Instant> at = moment(field, typed);
        if (at.isPresent() && at.get().isAfter(now.plus(SLACK))) {
            refusals.add(Refusal.at(field, "consignment.moment_future"));
            return Optional.empty();
        }
        if (at.isPresent() && at.get().isBefore(notBefore)) {
            refusals.add(Refusal.at(field, "consignment.moment_before"));
            return Optional.empty();
        }
        return at;
    }

    private Optional<Quantity> amount(String field, String typed, Unit unit, boolean mayBeNothing) {
        if (mayBeNothing && typed.isBlank()) {
            return Optional.of(new Quantity(BigDecimal.ZERO, unit));
        }
        Optional<Quantity> read = TradeNumber.amount(typed, unit)
                .filter(one -> one.amount().signum() > 0
                        || mayBeNothing && one.amount().signum() == 0)
                .flatMap(one ->
                        one.unit().dimension().equals(unit.dimension()) ? one.exactlyIn(unit) : Optional.empty());
        if (read.isEmpty()) {
            refusals.add(Refusal.at(field, "consignment.amount_unreadable", typed.strip(), unit));
        }
        return read;
    }

    // ── What was found on arrival ───────────────────────────────────────────────

    /** Everything that came is accepted or rejected, batch by batch. */
    Outcome<List<Batch>> batches(List<BatchDraft> typed, Quantity whole) {
        List<Batch> read = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            BatchDraft one = typed.get(i);
            if (!one.isBlank()) {
                batch(i, one, whole.unit()).ifPresent(read::add);
            }
        }
        if (refusals.isEmpty() && read.isEmpty()) {
            refusals.add(Refusal.at("batch-0", "consignment.batch_missing"));
        }
        if (refusals.isEmpty()) {
            Quantity sum = read.stream()
                    .map(one -> one.accepted().plus(one.rejected()))
                    .reduce(Quantity::plus)
                    .orElseThrow();
            if (!sum.equals(whole)) {
                refusals.add(Refusal.at("accepted-0", "consignment.sum_differs", whole, sum));
            }
        }
        return refusals.isEmpty() ? Outcome.accepted(read) : Outcome.refused(refusals);
    }

    private Optional<Batch> batch(int at, BatchDraft typed, Unit unit) {
        int before = refusals.size();
        String number = text("batch-" + at, typed.batch(), 1, 60);
        String lot = text("lot-" + at, typed.lot(), 0, 60);
        Optional<LocalDate> produced = day("produced-" + at, typed.produced());
        Optional<LocalDate> expires = day("expires-" + at, typed.expires());
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        if (produced.filter(day -> day.isAfter(today)).isPresent()) {
            refusals.add(Refusal.at("produced-" + at, "consignment.produced_later"));
        }
        if (produced.isPresent() && expires.isPresent() && !produced.get().isBefore(expires.get())) {
            refusals.add(Refusal.at("expires-" + at, "consignment.expires_first"));
        }
        Optional<Sample> sample = Arrays.stream(Sample.values())
                .filter(one -> one.name().equals(typed.sample()))
                .findFirst();
        if (sample.isEmpty()) {
            refusals.add(Refusal.at("sample-" + at, "consignment.sample_missing"));
        }
        Optional<Quantity> accepted = amount("accepted-" + at, typed.accepted(), unit, true);
        Optional<Quantity> rejected = amount("rejected-" + at, typed.rejected(), unit, true);
        String reason = text("reason-" + at, typed.reason(), 0, LONGEST_NOTE);
        boolean some = accepted.filter(one -> one.amount().signum() > 0).isPresent();
        boolean bad = rejected.filter(one -> one.amount().signum() > 0).isPresent();
        if (accepted.isPresent() && rejected.isPresent() && !some && !bad) {
            refusals.add(Refusal.at("accepted-" + at, "consignment.batch_of_nothing"));
        }
        if (some && sample.filter(Sample.FAILED::equals).isPresent()) {
            refusals.add(Refusal.at("accepted-" + at, "consignment.accepted_failed"));
        }
        if (some && expires.filter(day -> day.isBefore(today)).isPresent()) {
            refusals.add(Refusal.at("accepted-" + at, "consignment.accepted_expired"));
        }
        if (bad && reason.length() < 2) {
            refusals.add(Refusal.at("reason-" + at, "consignment.reason_missing"));
        }
        return refusals.size() > before
                ? Optional.empty()
                : Optional.of(new Batch(
                        number,
                        lot,
                        produced,
                        expires,
                        sample.orElseThrow(),
                        accepted.orElseThrow(),
                        rejected.orElseThrow(),
                        reason));
    }

    private Optional<LocalDate> day(String field, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at(field, "consignment.day_unreadable", typed.strip()));
            return Optional.empty();
        }
    }
}
