package org.muster.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.emergency.Blocker;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TradeNumber;
import org.muster.shared.Unit;

/** What an answer has to say; all that is wrong at once, each at its field. */
final class AnswerRules {

    static final int LONGEST_NOTE = 300;
    private static final int LONGEST_NAME = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AnswerRules() {}

    record Checked(
            Answer answer,
            Set<Blocker> conditions,
            Optional<Quantity> amount,
            Optional<LocalDate> day,
            String note,
            String name) {}

    /** @param wanted what is asked for; empty where time is */
    static Outcome<Checked> check(AnswerDraft draft, Optional<Quantity> wanted, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Answer> answer = Arrays.stream(Answer.values())
                .filter(one -> one.name().equals(draft.answer()))
                .findFirst();
        if (answer.isEmpty()) {
            refusals.add(Refusal.at("answer", "ask.answer_missing"));
        }
        Set<Blocker> conditions = EnumSet.noneOf(Blocker.class);
        Optional<Quantity> amount = Optional.empty();
        Optional<LocalDate> day = Optional.empty();
        String note = draft.note().strip();
        if (note.length() > LONGEST_NOTE) {
            refusals.add(Refusal.at("note", "ask.note_long", LONGEST_NOTE));
        }
        switch (answer.orElse(Answer.RECEIVED)) {
            case YES_IF -> {
                Arrays.stream(Blocker.values())
                        .filter(one -> draft.conditions().contains(one.name()))
                        .forEach(conditions::add);
                if (conditions.isEmpty()) {
                    refusals.add(Refusal.at("conditions", "ask.condition_missing"));
                }
            }
            case OTHER -> {
                amount = amount(draft.amount(), wanted, refusals);
                day = day(draft.day(), now, refusals);
                if (draft.amount().isBlank() && draft.day().isBlank()) {
                    refusals.add(Refusal.at("amount", "ask.other_missing"));
                }
            }
            case NO -> {
                if (note.length() < 2) {
                    refusals.add(Refusal.at("note", "ask.reason_missing"));
                }
            }
            default -> {}
        }
        String name = draft.name().strip();
        if (name.length() < 2 || name.length() > LONGEST_NAME) {
            refusals.add(Refusal.at("name", "ask.name_missing"));
        }
        return refusals.isEmpty()
                ? Outcome.accepted(new Checked(answer.orElseThrow(), conditions, amount, day, note, name))
                : Outcome.refused(refusals);
    }

    private static Optional<Quantity> amount(String typed, Optional<Quantity> wanted, List<Refusal> refusals) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            refusals.add(Refusal.at("amount", "ask.amount_of_time"));
            return Optional.empty();
        }
        Optional<Quantity> read = amount(typed, wanted.get().unit(), refusals);
        if (read.isPresent() && read.get().isAtLeast(wanted.get())) {
            refusals.add(Refusal.at("amount", "ask.amount_not_less", wanted.get()));
            return Optional.empty();
        }
        return read;
    }

    /** An amount above nothing, in this unit. */
    static Optional<Quantity> amount(String typed, Unit unit, List<Refusal> refusals) {
        Optional<Quantity> read = TradeNumber.amount(typed, unit)
                .filter(amount -> amount.amount().signum() > 0)
                .flatMap(amount ->
                        amount.unit().dimension().equals(unit.dimension()) ? amount.exactlyIn(unit) : Optional.empty());
        if (read.isEmpty()) {
            refusals.add(Refusal.at("amount", "ask.amount_unreadable", typed.strip(), unit));
        }
        return read;
    }

    private static Optional<LocalDate> day(String typed, Instant now, List<Refusal> refusals) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Optional<LocalDate> read = day("day", typed, refusals);
        if (read.isPresent() && (read.get().isBefore(today) || read.get().isAfter(today.plusYears(1)))) {
            refusals.add(Refusal.at("day", "ask.day_past"));
            return Optional.empty();
        }
        return read;
    }

    static Optional<LocalDate> day(String field, String typed, List<Refusal> refusals) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException unreadable) {
            refusals.add(Refusal.at(field, "ask.day_unreadable", typed.strip()));
            return Optional.empty();
        }
    }
}
