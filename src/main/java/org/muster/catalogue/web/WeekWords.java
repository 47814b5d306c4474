package org.muster.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Weeks;
import org.muster.reservation.OccupancyState;
import org.muster.reservation.Occupied;
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;

/** A week grid in the words of a language and the clocks of a zone. */
record WeekWords(CatalogueMessages say, Locale locale, ZoneId zone, Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static WeekWords in(Language language, Instant now) {
        return new WeekWords(language.messages(CatalogueMessages.class), language.locale(), language.zone(), now);
    }

    /** @param form where a stretch can be changed, null when nothing may */
    List<WindowsPage.Column> columns(WeekGrid grid, Map<LocalDate, List<String>> shares, @Nullable String form) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return grid.days().stream()
                .map(day -> new WindowsPage.Column(
                        day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, locale),
                        day.date().getMonthValue() + "/" + day.date().getDayOfMonth(),
                        day.date().equals(today),
                        shares.getOrDefault(day.date(), List.of()),
                        day.runs().stream()
                                .map(run -> run(run, day.date(), form))
                                .toList()))
                .toList();
    }

    /** What is taken of each day's output, in words. */
    Map<LocalDate, List<String>> shares(List<Occupied> occupied) {
        Map<LocalDate, List<String>> shares = new HashMap<>();
        for (Occupied one : occupied) {
            Quantity quantity = one.quantity();
            if (quantity != null) {
                String state = one.state() == OccupancyState.COMMITTED
                        ? say.slot_committed()
                        : word(WeekGrid.State.HELD, one.until());
                shares.computeIfAbsent(one.during().from().atZone(Weeks.ZONE).toLocalDate(), day -> new ArrayList<>())
                        .add(state + " " + Figures.exact(quantity, locale));
            }
        }
        return shares;
    }

    List<WindowsPage.Row> rows(WeekGrid grid) {
        return IntStream.range(0, WeekGrid.HOURS)
                .mapToObj(hour -> new WindowsPage.Row(
                        String.format(Locale.ROOT, "%02d:00", hour),
                        grid.days().stream()
                                .map(day -> slot(day.slots().get(hour), day.date()))
                                .toList()))
                .toList();
    }

    private WindowsPage.Run run(WeekGrid.Run run, LocalDate date, @Nullable String form) {
        boolean over = !run.during().to().isAfter(now);
        return new WindowsPage.Run(
                mark(run.state()),
                icon(run.state()),
                word(run.state(), run.until()),
                hours(run, date),
                form == null || over
                        ? null
                        : form + "&from=" + coded(written(run.during().from())) + "&to="
                                + coded(written(run.during().to())) + "#say");
    }

    private WindowsPage.Slot slot(WeekGrid.Slot slot, LocalDate date) {
        if (slot.during() == null) {
            return new WindowsPage.Slot("skipped", "x", say.slot_skipped(), say.slot_skipped(), true, false, "", "");
        }
        String word = slot.state() == WeekGrid.State.MIXED ? say.slot_mixed() : word(slot.state(), slot.until());
        String says = slot.state() == WeekGrid.State.MIXED
                ? slot.runs().stream()
                        .map(run -> hours(clipped(run, slot), date) + " " + word(run.state(), run.until()))
                        .collect(Collectors.joining(say.comma()))
                : word;
        return new WindowsPage.Slot(
                mark(slot.state()),
                icon(slot.state()),
                slot.twice() ? word + " " + say.slot_twice() : word,
                slot.twice() ? says + " " + say.slot_twice() : says,
                slot.head(),
                !slot.during().to().isAfter(now),
                written(slot.during().from()),
                written(slot.during().to()));
    }

    private static WeekGrid.Run clipped(WeekGrid.Run run, WeekGrid.Slot slot) {
        return new WeekGrid.Run(
                run.during()
                        .intersection(java.util.Objects.requireNonNull(slot.during()))
                        .orElse(run.during()),
                run.state(),
                run.until());
    }

    private String hours(WeekGrid.Run run, LocalDate date) {
        LocalDateTime end = run.during().to().atZone(zone).toLocalDateTime();
        return CLOCK.format(run.during().from().atZone(zone)) + "–"
                + (end.toLocalDate().isAfter(date) ? "24:00" : CLOCK.format(end));
    }

    /** As a form writes a time; with its offset when the clocks show it twice. */
    String written(Instant moment) {
        LocalDateTime wall = moment.atZone(zone).toLocalDateTime();
        return zone.getRules().getValidOffsets(wall).size() > 1
                ? moment.atZone(zone).toOffsetDateTime().toString()
                : wall.toString();
    }

    private static String coded(String time) {
        return time.replace("+", "%2B");
    }

    private String word(WeekGrid.State state, @Nullable Instant until) {
        return switch (state) {
            case FREE -> say.slot_free();
            case HELD -> until == null ? say.slot_held() : say.slot_held_until(clock(until));
            case COMMITTED -> say.slot_committed();
            case NOT_FREE -> say.slot_not_free();
            case UNKNOWN -> say.slot_unknown();
            case MIXED -> say.slot_mixed();
            case SKIPPED -> say.slot_skipped();
        };
    }

    /** 14:20, with the day before it when that is not today. */
    String clock(Instant until) {
        LocalDate day = until.atZone(zone).toLocalDate();
        String clock = CLOCK.format(until.atZone(zone));
        return day.equals(now.atZone(zone).toLocalDate())
                ? clock
                : day.getMonthValue() + "/" + day.getDayOfMonth() + " " + clock;
    }

    static String mark(WeekGrid.State state) {
        return switch (state) {
            case FREE -> "free";
            case HELD -> "held";
            case COMMITTED -> "committed";
            case NOT_FREE -> "taken";
            case UNKNOWN -> "unknown";
            case MIXED -> "mixed";
            case SKIPPED -> "skipped";
        };
    }

    static String icon(WeekGrid.State state) {
        return switch (state) {
            case FREE -> "ring";
            case HELD -> "clock";
            case COMMITTED -> "check-circle";
            case NOT_FREE -> "x";
            case UNKNOWN -> "question";
            case MIXED -> "half";
            case SKIPPED -> "x";
        };
    }
}
