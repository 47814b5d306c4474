package org.muster.catalogue.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weeks in addresses: {@code 2026-W48}, or any day of the week. */
final class IsoWeek {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-W(\\d{2})");

    private IsoWeek() {}

    /** The Monday of what is written; empty when that is no week. */
    static Optional<LocalDate> monday(String written) {
        try {
            Matcher week = WRITTEN.matcher(written.strip());
            if (!week.matches()) {
                return Optional.of(monday(LocalDate.parse(written.strip())));
            }
            int number = Integer.parseInt(week.group(2));
            // The fourth of January lies in the first week of its year.
            LocalDate first = monday(LocalDate.of(Integer.parseInt(week.group(1)), 1, 4));
            LocalDate monday = first.plusWeeks(number - 1L);
            return written(monday).equals(written.strip()) ? Optional.of(monday) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static String written(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
