package org.muster.crash;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.crash.LedgerState.Entry;
import org.muster.crash.LedgerState.Lot;
import org.muster.crash.LedgerState.Stage;
import org.muster.crash.LedgerState.Taken;
import org.muster.crash.Operation.Deed;
import org.muster.crash.Violation.Kind;

/**
 * Holds what clients asked and heard against what a ledger's tables say afterwards. Takes nothing for granted that either of them
 * could get wrong: what was acknowledged is there, what was refused is not, what nobody heard of is there as a whole or not at all,
 * and at no moment did two have the same.
 */
final class HistoryChecker {

    /** The ledger's word for "somebody else has it", which it may only say when somebody can have had it. */
    private static final Set<String> TAKEN = Set.of(
            "reservation.taken", "reservation.taken_until", "reservation.not_enough", "reservation.not_enough_left");

    private static final Operation SOMETIME =
            Operation.of("", "", Deed.HOLD, null, List.of()).heard(Instant.MIN, Instant.MAX, new Answer.Unknown(""));

    private final List<Operation> operations;
    private final LedgerState state;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Key, List<Entry>> byKey = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byClaim = new LinkedHashMap<>();
    private final Map<String, Set<String>> claimsOfHold = new HashMap<>();
    private final Map<Key, Operation> asked = new HashMap<>();
    private final Map<String, List<Operation>> changes = new HashMap<>();

    private record Key(
            @Nullable String organisation, @Nullable String key) {}

    private HistoryChecker(List<Operation> operations, LedgerState state) {
        this.operations = operations;
        this.state = state;
        state.entries().stream().sorted(Comparator.comparing(Entry::number)).forEach(entry -> {
            if (entry.key() != null) {
                byKey.computeIfAbsent(new Key(entry.by(), entry.key()), key -> new ArrayList<>())
                        .add(entry);
            }
            byClaim.computeIfAbsent(entry.claim(), claim -> new ArrayList<>()).add(entry);
            claimsOfHold.computeIfAbsent(entry.hold(), hold -> new HashSet<>()).add(entry.claim());
        });
        operations.forEach(operation -> {
            asked.put(new Key(operation.organisation(), operation.key()), operation);
            if (operation.hold() != null && (operation.done().isPresent() || !operation.refused())) {
                changes.computeIfAbsent(operation.hold(), hold -> new ArrayList<>())
                        .add(operation);
            }
        });
    }

    static List<Violation> violations(List<Operation> operations, LedgerState state) {
        var checker = new HistoryChecker(operations, state);
        checker.eachOperationIsThereOrNot();
        checker.eachEntryWasAskedFor();
        checker.eachStepFollowsTheOneBefore();
        checker.whatWasSettledFirstIsWrittenFirst();
        checker.nothingWasGivenTwiceByTheHistory();
        checker.nothingWasGivenTwiceByWhatClientsKnew();
        checker.whatIsTakenFollowsFromTheHistory();
        checker.theSumsAddUp();
        checker.whatWasRefusedAsTakenWasTaken();
        return List.copyOf(checker.violations);
    }

    // ── What clients heard ──────────────────────────────────────────────────────

    private void eachOperationIsThereOrNot() {
        for (var operation : operations) {
            answersAgree(operation);
            var entries = byKey.getOrDefault(new Key(operation.organisation(), operation.key()), List.of());
            if (entries.isEmpty()) {
                operation.done().ifPresent(hold -> say(Kind.LOST, operation.name() + ", acknowledged as " + hold));
            } else if (operation.done().isEmpty() && operation.refused()) {
                say(Kind.GHOST, operation.name() + " was refused, and yet: " + entries);
            } else if (operation.deed() == Deed.HOLD) {
                isHeldAsAsked(operation, entries);
            } else {
                isChangedAsAsked(operation, entries);
            }
        }
    }

    private void answersAgree(Operation operation) {
        Set<Answer> said = operation.attempts().stream()
                .map(Operation.Attempt::answer)
                .filter(answer -> !(answer instanceof Answer.Unknown))
                .collect(Collectors.toSet());
        if (said.size() > 1) {
            say(Kind.TWO_ANSWERS, operation.name() + " heard " + said);
        }
    }

    private void isHeldAsAsked(Operation operation, List<Entry> entries) {
        Set<String> holds = entries.stream().map(Entry::hold).collect(Collectors.toSet());
        if (holds.size() > 1) {
            say(Kind.TWO_ANSWERS, operation.name() + " made " + holds.size() + " holds");
            return;
        }
        operation.done().filter(hold -> !holds.contains(hold)).ifPresent(hold -> {
            say(Kind.LOST, operation.name() + ", acknowledged as " + hold + ", but written as " + holds);
        });
        List<Wish> given =
                entries.stream().map(HistoryChecker::wish).sorted(ORDER).toList();
        List<Wish> asked = operation.wishes().stream()
                .map(HistoryChecker::plain)
                .sorted(ORDER)
                .toList();
        if (given.size() < asked.size()) {
            say(Kind.TORN, operation.name() + " asked for " + asked + " and was given " + given);
        } else if (!given.equals(asked) || entries.stream().anyMatch(entry -> entry.stage() != Stage.HELD)) {
            say(Kind.ALTERED, operation.name() + " asked for " + asked + " and was given " + given);
        }
    }

    private void isChangedAsAsked(Operation operation, List<Entry> entries) {
        Set<String> claims = entries.stream().map(Entry::claim).collect(Collectors.toSet());
        Set<String> whole = claimsOfHold.getOrDefault(String.valueOf(operation.hold()), Set.of());
        if (claims.size() < entries.size()) {
            say(Kind.TWO_ANSWERS, operation.name() + " was done " + entries.size() + " times to " + claims);
        } else if (claims.size() < whole.size()) {
            say(Kind.TORN, operation.name() + " changed " + claims + " of " + whole);
        }
        if (entries.stream()
                .anyMatch(entry -> entry.stage() != stage(operation.deed())
                        || !entry.hold().equals(operation.hold()))) {
            say(Kind.ALTERED, operation.name() + " of hold " + operation.hold() + " became " + entries);
        }
    }

    private void eachEntryWasAskedFor() {
        byKey.forEach((key, entries) -> {
            if (!asked.containsKey(key)) {
                say(Kind.GHOST, "nobody asked for " + entries);
            }
        });
        state.entries().stream()
                .filter(entry -> entry.key() == null && entry.stage() != Stage.EXPIRED)
                .forEach(entry -> say(Kind.GHOST, "nobody asked for " + entry));
    }

    private void whatWasSettledFirstIsWrittenFirst() {
        Map<String, List<Operation>> byHold = operations.stream()
                .filter(operation -> operation.done().isPresent())
                .collect(Collectors.groupingBy(operation -> operation.done().orElseThrow()));
        byHold.values()
                .forEach(ofOne -> ofOne.forEach(first -> ofOne.stream()
                        .filter(later -> first.settled().isBefore(later.begun()))
                        .filter(later -> last(first) > last(later))
                        .forEach(later -> say(
                                Kind.OUT_OF_ORDER,
                                first.name() + " was acknowledged before " + later.name() + " was asked"))));
    }

    private long last(Operation operation) {
        return byKey.getOrDefault(new Key(operation.organisation(), operation.key()), List.of()).stream()
                .mapToLong(Entry::number)
                .max()
                .orElse(0);
    }

    // ── The history by itself ───────────────────────────────────────────────────

    private void eachStepFollowsTheOneBefore() {
        byClaim.forEach((claim, entries) -> {
            @Nullable Entry before = null;
            for (var entry : entries) {
                @Nullable Stage stage = before == null ? null : before.stage();
                if (!entry.stage().mayFollow(stage)) {
                    say(Kind.BROKEN_STEP, claim + " went from " + stage + " to " + entry.stage());
                }
                Instant end = before == null ? null : before.until();
                if (end != null && entry.stage() == Stage.EXPIRED && entry.at().isBefore(end)) {
                    say(Kind.EXPIRED_EARLY, claim + " at " + entry.at() + ", held until " + end);
                }
                if (end != null && entry.stage() != Stage.EXPIRED && !entry.at().isBefore(end)) {
                    say(
                            Kind.BROKEN_STEP,
                            claim + " became " + entry.stage() + " at " + entry.at() + ", though it was held until "
                                    + end);
                }
                before = entry;
            }
        });
    }

    private void nothingWasGivenTwiceByTheHistory() {
        Map<String, List<Entry>> live = new HashMap<>();
        Map<String, BigDecimal> gone = new HashMap<>();
        for (var entry : state.entries().stream()
                .sorted(Comparator.comparing(Entry::number))
                .toList()) {
            var there = live.computeIfAbsent(entry.listing(), listing -> new ArrayList<>());
            var before = there.stream()
                    .filter(one -> one.claim().equals(entry.claim()))
                    .findFirst();
            before.ifPresent(there::remove);
            if (entry.stage() == Stage.CONSUMED) {
                before.map(Entry::amount).ifPresent(amount -> gone.merge(entry.listing(), amount, BigDecimal::add));
            }
            if (!entry.stage().lives()) {
                continue;
            }
            var now = before.map(held -> onward(held, entry)).orElse(entry);
            there.stream()
                    .filter(other -> overlap(other.from(), other.to(), now.from(), now.to()))
                    .forEach(other -> say(Kind.OVERLAP, "by the history: " + other + " and " + now));
            there.add(now);
            Lot lot = state.lots().get(entry.listing());
            if (lot != null) {
                var promised = there.stream()
                        .map(one -> amountOf(one.amount()))
                        .reduce(gone.getOrDefault(entry.listing(), BigDecimal.ZERO), BigDecimal::add);
                if (promised.compareTo(lot.stocked()) > 0) {
                    say(Kind.OVERLAP, "by the history: " + promised + " of " + lot.stocked() + " promised by " + entry);
                }
            }
        }
    }

    /** A step that changes nothing about time and amount leaves both as they were. */
    private static Entry onward(Entry before, Entry step) {
        return new Entry(
                step.number(),
                step.at(),
                step.stage(),
                step.hold(),
                step.claim(),
                step.listing(),
                step.by(),
                step.key(),
                before.from(),
                before.to(),
                before.amount(),
                step.until());
    }

    // ── What clients knew for sure ──────────────────────────────────────────────

    /** A wish that was surely fulfilled, from when to when; what was consumed is so for ever. */
    private record Sure(Operation operation, Wish wish, Instant from, Instant to) {}

    private void nothingWasGivenTwiceByWhatClientsKnew() {
        List<Sure> sure = operations.stream()
                .filter(operation ->
                        operation.deed() == Deed.HOLD && operation.done().isPresent())
                .flatMap(operation -> operation.wishes().stream()
                        .map(wish -> new Sure(operation, wish, operation.settled(), surelyUntil(operation, wish))))
                .filter(one -> one.from().isBefore(one.to()))
                .toList();
        sure.stream()
                .collect(Collectors.groupingBy(one -> one.wish().listing()))
                .forEach((listing, all) -> {
                    for (var one : all) {
                        all.stream()
                                .filter(other -> isBefore(other, one))
                                .filter(other -> one.from().isBefore(other.to()))
                                .filter(other -> overlap(
                                        other.wish().from(),
                                        other.wish().to(),
                                        one.wish().from(),
                                        one.wish().to()))
                                .forEach(other -> say(
                                        Kind.OVERLAP,
                                        "both acknowledged: "
                                                + other.operation().name() + " and "
                                                + one.operation().name()));
                    }
                    Lot lot = state.lots().get(listing);
                    if (lot != null) {
                        notMoreThan(lot, all);
                    }
                });
    }

    /** One of two that began at the same moment comes first, too, so that each pair is looked at once. */
    private static boolean isBefore(Sure first, Sure second) {
        int order = first.from().compareTo(second.from());
        return order < 0
                || (order == 0
                        && first.operation().key().compareTo(second.operation().key()) < 0);
    }

    private void notMoreThan(Lot lot, List<Sure> all) {
        var changes = new TreeMap<Instant, BigDecimal>();
        all.forEach(one -> {
            changes.merge(one.from(), amountOf(one.wish().amount()), BigDecimal::add);
            changes.merge(one.to(), amountOf(one.wish().amount()).negate(), BigDecimal::add);
        });
        var promised = BigDecimal.ZERO;
        for (var change : changes.entrySet()) {
            promised = promised.add(change.getValue());
            if (promised.compareTo(lot.stocked()) > 0) {
                say(Kind.OVERLAP, "acknowledged at " + change.getKey() + ": " + promised + " of " + lot.stocked());
                return;
            }
        }
    }

    /** Until somebody may have given it back, or it may have ended by itself. */
    private Instant surelyUntil(Operation hold, Wish wish) {
        String id = hold.done().orElseThrow();
        List<Operation> later = changes.getOrDefault(id, List.of());
        Instant released = earliest(later, Deed.RELEASE);
        Instant consumed = earliest(later, Deed.CONSUME);
        Instant committed = later.stream()
                .filter(operation ->
                        operation.deed() == Deed.COMMIT && operation.done().isPresent())
                .map(Operation::settled)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        Instant end = claimsOfHold.getOrDefault(id, Set.of()).stream()
                .flatMap(claim -> byClaim.getOrDefault(claim, List.of()).stream())
                .map(Entry::until)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        Instant expires = committed.isBefore(end) ? Instant.MAX : end;
        Instant gone = wish.amount() != null && consumed.isBefore(Instant.MAX) ? Instant.MAX : consumed;
        return Stream.of(released, gone, expires).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant earliest(List<Operation> changes, Deed deed) {
        return changes.stream()
                .filter(operation -> operation.deed() == deed)
                .map(Operation::begun)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    // ── What is there now ───────────────────────────────────────────────────────

    private void whatIsTakenFollowsFromTheHistory() {
        Map<String, Taken> taken = new TreeMap<>();
        for (var row : state.taken()) {
            if (taken.put(row.claim(), row) != null) {
                say(Kind.DISAGREES, row.claim() + " is taken twice");
            }
        }
        for (var row : state.taken()) {
            state.taken().stream()
                    .filter(other -> other.claim().compareTo(row.claim()) > 0
                            && other.listing().equals(row.listing())
                            && overlap(other.from(), other.to(), row.from(), row.to()))
                    .forEach(other -> say(Kind.OVERLAP, "now: " + row + " and " + other));
        }
        Map<String, Taken> derived = derived();
        Stream.concat(taken.keySet().stream(), derived.keySet().stream())
                .distinct()
                .sorted()
                .filter(claim -> !same(taken.get(claim), derived.get(claim)))
                .forEach(claim -> say(
                        Kind.DISAGREES,
                        claim + " is taken as " + taken.get(claim) + ", by the history as " + derived.get(claim)));
        state.claims().forEach((claim, stage) -> {
            var entries = byClaim.getOrDefault(claim, List.of());
            @Nullable Stage last =
                    entries.isEmpty() ? null : entries.get(entries.size() - 1).stage();
            if (last != stage) {
                say(Kind.DISAGREES, claim + " calls itself " + stage + ", its history says " + last);
            }
        });
    }

    private Map<String, Taken> derived() {
        Map<String, Taken> derived = new TreeMap<>();
        byClaim.forEach((claim, entries) -> {
            var first = entries.get(0);
            var last = entries.get(entries.size() - 1);
            if (last.stage().lives()) {
                derived.put(
                        claim,
                        new Taken(claim, last.listing(), last.stage(), first.from(), first.to(), first.amount()));
            }
        });
        return derived;
    }

    private void theSumsAddUp() {
        state.lots().forEach((listing, lot) -> {
            BigDecimal live = sum(listing, Stage.HELD, Stage.COMMITTED);
            BigDecimal gone = sum(listing, Stage.CONSUMED);
            if (lot.reserved().compareTo(live) != 0) {
                say(Kind.BALANCE, listing + " has " + lot.reserved() + " promised, by its history " + live);
            }
            if (lot.onHand().add(gone).compareTo(lot.stocked()) != 0) {
                say(
                        Kind.BALANCE,
                        listing + " has " + lot.onHand() + " on hand and " + gone + " delivered, of " + lot.stocked());
            }
            if (lot.reserved().signum() < 0 || lot.reserved().compareTo(lot.onHand()) > 0) {
                say(Kind.BALANCE, listing + " has " + lot.reserved() + " promised of " + lot.onHand());
            }
        });
    }

    private BigDecimal sum(String listing, Stage... stages) {
        return byClaim.values().stream()
                .filter(entries -> entries.get(0).listing().equals(listing)
                        && Set.of(stages)
                                .contains(entries.get(entries.size() - 1).stage()))
                .map(entries -> amountOf(entries.get(0).amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // ── Refusals ────────────────────────────────────────────────────────────────

    private void whatWasRefusedAsTakenWasTaken() {
        operations.stream()
                .filter(operation -> operation.deed() == Deed.HOLD && saidTaken(operation))
                .filter(operation -> operation.wishes().stream().noneMatch(wish -> mayHaveBeenTaken(operation, wish)))
                .forEach(operation -> say(
                        Kind.REFUSED_WITHOUT_CAUSE,
                        operation.name() + " for " + operation.wishes() + " between " + operation.begun() + " and "
                                + operation.settled()));
    }

    private static boolean saidTaken(Operation operation) {
        return operation.attempts().stream()
                .anyMatch(attempt -> attempt.answer() instanceof Answer.Refused refused
                        && refused.causes().stream().anyMatch(TAKEN::contains));
    }

    private boolean mayHaveBeenTaken(Operation refused, Wish wish) {
        List<List<Entry>> others = byClaim.values().stream()
                .filter(entries -> entries.get(0).listing().equals(wish.listing()))
                .filter(entries -> mayHaveLived(entries, refused))
                .toList();
        if (wish.amount() == null) {
            return others.stream()
                    .map(entries -> entries.get(0))
                    .anyMatch(entry -> overlap(entry.from(), entry.to(), wish.from(), wish.to()));
        }
        Lot lot = state.lots().get(wish.listing());
        // One request's wishes for one lot are summed.
        var most = Stream.concat(
                        others.stream().map(entries -> amountOf(entries.get(0).amount())),
                        refused.wishes().stream()
                                .filter(one -> one.listing().equals(wish.listing()))
                                .map(one -> amountOf(one.amount())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return lot == null || most.compareTo(lot.stocked()) > 0;
    }

    /** Whether there may have been a moment, while the refused one waited, at which this claim was in its way. */
    private boolean mayHaveLived(List<Entry> entries, Operation refused) {
        var last = entries.get(entries.size() - 1);
        var from = asked(entries.get(0)).begun();
        boolean used = last.stage() == Stage.CONSUMED && entries.get(0).amount() != null;
        var to = last.stage().lives() || used
                ? Instant.MAX
                : last.key() == null ? last.at().plusSeconds(5) : asked(last).settled();
        return !from.isAfter(refused.settled()) && !to.isBefore(refused.begun());
    }

    /** What nobody is known to have asked for, and is a violation elsewhere, may have lived at any time. */
    private Operation asked(Entry entry) {
        return asked.getOrDefault(new Key(entry.by(), entry.key()), SOMETIME);
    }

    // ── Small comparisons ───────────────────────────────────────────────────────

    private static final Comparator<Wish> ORDER = Comparator.comparing(Wish::toString);

    private static Wish wish(Entry entry) {
        return plain(new Wish(entry.listing(), entry.from(), entry.to(), entry.amount()));
    }

    private static Wish plain(Wish wish) {
        var amount = wish.amount();
        return new Wish(wish.listing(), wish.from(), wish.to(), amount == null ? null : amount.stripTrailingZeros());
    }

    private static boolean same(@Nullable Taken one, @Nullable Taken other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.stage() == other.stage()
                && plain(new Wish(one.listing(), one.from(), one.to(), one.amount()))
                        .equals(plain(new Wish(other.listing(), other.from(), other.to(), other.amount())));
    }

    private static boolean overlap(
            @Nullable Instant from, @Nullable Instant to, @Nullable Instant otherFrom, @Nullable Instant otherTo) {
        return from != null
                && to != null
                && otherFrom != null
                && otherTo != null
                && from.isBefore(otherTo)
                && otherFrom.isBefore(to);
    }

    private static BigDecimal amountOf(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static Stage stage(Deed deed) {
        return switch (deed) {
            case HOLD -> Stage.HELD;
            case COMMIT -> Stage.COMMITTED;
            case RELEASE -> Stage.RELEASED;
            case CONSUME -> Stage.CONSUMED;
        };
    }

    private void say(Kind kind, String what) {
        violations.add(new Violation(kind, what));
    }
}
