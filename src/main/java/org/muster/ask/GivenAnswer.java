package org.muster.ask;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.emergency.Blocker;
import org.muster.shared.Quantity;

/** An answer that was given, kept with its ask until the ledger has heard of it, so that a process that dies between loses nothing. */
record GivenAnswer(
        Answer answer,
        List<Blocker> conditions,
        Optional<Quantity> amount,
        Optional<LocalDate> day,
        String note,
        String name,
        String typedBy) {

    /** Nobody types it. */
    private static final String BETWEEN = "\u001f";

    GivenAnswer {
        conditions = List.copyOf(conditions);
    }

    String written() {
        return String.join(
                BETWEEN,
                answer.name(),
                conditions.stream().map(Enum::name).collect(Collectors.joining(",")),
                amount.map(one -> one.amount().toPlainString()).orElse(""),
                amount.map(one -> one.unit().code()).orElse(""),
                day.map(LocalDate::toString).orElse(""),
                note.replace(BETWEEN, " "),
                name.replace(BETWEEN, " "),
                typedBy.replace(BETWEEN, " "));
    }

    static GivenAnswer read(String written) {
        String[] part = written.split(BETWEEN, -1);
        return new GivenAnswer(
                Answer.valueOf(part[0]),
                AskRows.conditions(part[1]),
                part[2].isEmpty() ? Optional.empty() : Optional.of(Quantity.of(part[2], part[3])),
                part[4].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(part[4])),
                part[5],
                part[6],
                part[7]);
    }

    AskDeed deed() {
        return switch (answer) {
            case YES -> AskDeed.ACCEPTED;
            case YES_IF -> AskDeed.ACCEPTED_IF;
            case OTHER -> AskDeed.COUNTERED;
            case NO -> AskDeed.DECLINED;
            case RECEIVED -> AskDeed.ACKNOWLEDGED;
        };
    }

    AskState state() {
        return switch (answer) {
            case YES -> AskState.COMMITTED;
            case YES_IF -> AskState.CONDITIONAL;
            case OTHER -> AskState.COUNTERED;
            case NO -> AskState.DECLINED;
            case RECEIVED -> AskState.ACKNOWLEDGED;
        };
    }
}
