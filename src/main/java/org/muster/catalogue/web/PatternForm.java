package org.muster.catalogue.web;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.WeeklyPattern;
import org.muster.shared.Refusal;

/** A weekly pattern as it is typed; what cannot be read is kept and refused. */
final class PatternForm {

    private static final int SPARE_HOURS = 2;
    private static final int SPARE_EXCEPTIONS = 2;
    private static final int MOST_ROWS = 60;

    private final MultivaluedMap<String, String> fields;

    PatternForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** What most lines run: from Monday to Friday by day, from today on. */
    static PatternForm usual(LocalDate today) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (int day = DayOfWeek.MONDAY.getValue(); day <= DayOfWeek.FRIDAY.getValue(); day++) {
            fields.add("hours.0.day", String.valueOf(day));
        }
        fields.add("hours.0.from", "08:00");
        fields.add("hours.0.to", "20:00");
        fields.add("starts", today.toString());
        fields.add("rest", "unsaid");
        return new PatternForm(fields);
    }

    static PatternForm of(WeeklyPattern pattern) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (int row = 0; row < pattern.hours().size(); row++) {
            WeeklyPattern.Hours hours = pattern.hours().get(row);
            for (DayOfWeek day : hours.days()) {
                fields.add("hours." + row + ".day", String.valueOf(day.getValue()));
            }
            fields.add("hours." + row + ".from", hours.from().toString());
            fields.add("hours." + row + ".to", hours.to().toString());
        }
        for (int row = 0; row < pattern.exceptions().size(); row++) {
            WeeklyPattern.Exception exception = pattern.exceptions().get(row);
            String name = "exceptions." + row;
            fields.add(name + ".first", exception.first().toString());
            fields.add(name + ".last", exception.last().toString());
            fields.add(name + ".from", exception.closed() ? "" : String.valueOf(exception.from()));
            fields.add(name + ".to", exception.closed() ? "" : String.valueOf(exception.to()));
            fields.add(name + ".note", exception.note());
        }
        fields.add("starts", pattern.starts().toString());
        LocalDate ends = pattern.ends();
        fields.add("ends", ends == null ? "" : ends.toString());
        fields.add("rest", pattern.restClosed() ? "closed" : "unsaid");
        pattern.holidayYears().forEach(year -> fields.add("holidays", String.valueOf(year)));
        return new PatternForm(fields);
    }

    String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    Set<String> values(String name) {
        return Set.copyOf(fields.getOrDefault(name, List.of()));
    }

    boolean asks(String then) {
        return value("then").equals(then);
    }

    /** Rows with something in them and some to fill in, more when more were asked for. */
    int hoursShown() {
        return used("hours", "from", "to", "day") + SPARE_HOURS;
    }

    int exceptionsShown() {
        return used("exceptions", "first", "last", "from", "to", "note") + SPARE_EXCEPTIONS * (asks("more") ? 3 : 1);
    }

    private int used(String rows, String... columns) {
        int used = 0;
        for (int row = 0; row < MOST_ROWS; row++) {
            int at = row;
            if (Stream.of(columns)
                    .anyMatch(column -> !value(rows + "." + at + "." + column).isEmpty())) {
                used = row + 1;
            }
        }
        return used;
    }

    /**
     * What was typed; in {@code wrong}, named as the form names them, what could not be read. A rule speaks of rows as they are counted in
     * the pattern, where empty ones are left out.
     */
    @Nullable WeeklyPattern read(ZoneId zone, List<Refusal> wrong) {
        List<WeeklyPattern.Hours> hours = new ArrayList<>();
        for (int row = 0; row < used("hours", "from", "to"); row++) {
            String name = "hours." + row;
            if (value(name + ".from").isEmpty() && value(name + ".to").isEmpty()) {
                continue;
            }
            LocalTime from = time(name + ".from", wrong);
            LocalTime to = time(name + ".to", wrong);
            Set<DayOfWeek> days = values(name + ".day").stream()
                    .filter(day -> day.matches("[1-7]"))
                    .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                    .collect(Collectors.toSet());
            if (days.isEmpty()) {
                wrong.add(Refusal.at(name + ".day", "catalogue.pattern_without_days"));
            } else if (from != null && to != null) {
                hours.add(new WeeklyPattern.Hours(days, from, to));
            }
        }
        List<WeeklyPattern.Exception> exceptions = new ArrayList<>();
        for (int row = 0; row < used("exceptions", "first", "last", "from", "to", "note"); row++) {
            exception("exceptions." + row, wrong, exceptions);
        }
        LocalDate starts = value("starts").isEmpty() ? null : day("starts", wrong);
        if (value("starts").isEmpty()) {
            wrong.add(Refusal.at("starts", "catalogue.pattern_starts_missing"));
        }
        LocalDate ends = value("ends").isEmpty() ? null : day("ends", wrong);
        TreeSet<Integer> years = values("holidays").stream()
                .filter(year -> year.matches("\\d{4}"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return wrong.isEmpty() && starts != null
                ? new WeeklyPattern(zone, starts, ends, value("rest").equals("closed"), hours, exceptions, years)
                : null;
    }

    private void exception(String name, List<Refusal> wrong, List<WeeklyPattern.Exception> exceptions) {
        if (Stream.of("first", "last", "from", "to", "note")
                .allMatch(column -> value(name + "." + column).isEmpty())) {
            return;
        }
        if (value(name + ".first").isEmpty()) {
            wrong.add(Refusal.at(name + ".first", "catalogue.pattern_exception_day_missing"));
            return;
        }
        LocalDate first = day(name + ".first", wrong);
        LocalDate last = value(name + ".last").isEmpty() ? first : day(name + ".last", wrong);
        boolean closed = value(name + ".from").isEmpty() && value(name + ".to").isEmpty();
        LocalTime from = closed ? null : time(name + ".from", wrong);
        LocalTime to = closed ? null : time(name + ".to", wrong);
        if (first != null && last != null) {
            if (last.isBefore(first)) {
                wrong.add(Refusal.at(name + ".last", "catalogue.pattern_exception_ends_first"));
            }
            exceptions.add(new WeeklyPattern.Exception(first, last, from, to, value(name + ".note")));
        }
    }

    private @Nullable LocalTime time(String name, List<Refusal> wrong) {
        String written = value(name).equals("24:00") ? "00:00" : value(name);
        try {
            return LocalTime.parse(written);
        } catch (DateTimeException e) {
            wrong.add(
                    written.isEmpty()
                            ? Refusal.at(name, "catalogue.pattern_time_missing")
                            : Refusal.at(name, "catalogue.pattern_time_unreadable", written));
            return null;
        }
    }

    private @Nullable LocalDate day(String name, List<Refusal> wrong) {
        try {
            return LocalDate.parse(value(name));
        } catch (DateTimeException e) {
            wrong.add(Refusal.at(name, "catalogue.window_day_unreadable", value(name)));
            return null;
        }
    }
}
