package org.muster.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.shared.Refusal;

/** What a weekly pattern must keep. Fields are named as the form has them. */
final class PatternRules {

    static final int MOST_HOURS = 12;
    static final int MOST_EXCEPTIONS = 60;
    private static final int LONGEST_NOTE = 100;

    private PatternRules() {}

    static List<Refusal> broken(WeeklyPattern pattern, LocalDate today) {
        List<Refusal> wrong = new ArrayList<>();
        if (pattern.hours().isEmpty()) {
            wrong.add(Refusal.at("hours.0.from", "catalogue.pattern_without_hours"));
        }
        if (pattern.hours().size() > MOST_HOURS) {
            wrong.add(Refusal.of("catalogue.pattern_too_many_hours", MOST_HOURS));
        }
        for (int row = 0; row < pattern.hours().size(); row++) {
            if (pattern.hours().get(row).days().isEmpty()) {
                wrong.add(Refusal.at("hours." + row + ".day", "catalogue.pattern_without_days"));
            }
        }
        LocalDate ends = pattern.ends();
        if (ends != null && ends.isBefore(pattern.starts())) {
            wrong.add(Refusal.at("ends", "catalogue.pattern_ends_first"));
        } else if (ends != null && ends.isBefore(today)) {
            wrong.add(Refusal.at("ends", "catalogue.pattern_over"));
        }
        if (pattern.starts().isAfter(today.plusYears(1))) {
            wrong.add(Refusal.at("starts", "catalogue.pattern_too_far"));
        }
        if (pattern.exceptions().size() > MOST_EXCEPTIONS) {
            wrong.add(Refusal.of("catalogue.pattern_too_many_exceptions", MOST_EXCEPTIONS));
        }
        for (int row = 0; row < pattern.exceptions().size(); row++) {
            WeeklyPattern.Exception exception = pattern.exceptions().get(row);
            if (exception.last().isBefore(exception.first())) {
                wrong.add(Refusal.at("exceptions." + row + ".last", "catalogue.pattern_exception_ends_first"));
            }
            if (exception.note().length() > LONGEST_NOTE) {
                wrong.add(Refusal.at(
                        "exceptions." + row + ".note",
                        "catalogue.too_long",
                        exception.note().length(),
                        LONGEST_NOTE));
            }
        }
        return wrong;
    }
}
