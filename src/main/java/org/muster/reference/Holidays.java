package org.muster.reference;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Public holidays of China by year, each year with the announcement it follows. */
@Singleton
public class Holidays {

    /**
     * A run of days off, or of weekend days worked in return.
     *
     * @param worked weekend days that are working days this once
     */
    public record Holiday(LocalDate first, LocalDate last, boolean worked, String nameZh, String nameEn) {

        public boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        public String name(Locale locale) {
            return locale.getLanguage().equals("zh") ? nameZh : nameEn;
        }
    }

    /**
     * A year's holidays.
     *
     * @param announced whether the yearly notice is out; without it only the days that the regulation itself fixes are known
     */
    public record Year(
            int year,
            boolean announced,
            String sourceZh,
            String sourceEn,
            LocalDate sourceDate,
            List<Holiday> holidays) {

        public Year {
            holidays = List.copyOf(holidays);
        }

        public String source(Locale locale) {
            return locale.getLanguage().equals("zh") ? sourceZh : sourceEn;
        }
    }

    private final List<Year> years;

    public Holidays() {
        List<ReferenceTable.Row> rows = ReferenceTable.read("holidays");
        years = ReferenceTable.read("holiday_years").stream()
                .map(year -> new Year(
                        Integer.parseInt(year.text("year")),
                        Boolean.parseBoolean(year.text("announced")),
                        year.text("source_zh"),
                        year.text("source_en"),
                        LocalDate.parse(year.text("source_date")),
                        rows.stream()
                                .filter(row -> row.text("year").equals(year.text("year")))
                                .map(Holidays::holiday)
                                .toList()))
                .toList();
    }

    /** The years we know of, in order. */
    public List<Year> years() {
        return years;
    }

    public Optional<Year> year(int year) {
        return years.stream().filter(one -> one.year() == year).findFirst();
    }

    private static Holiday holiday(ReferenceTable.Row row) {
        return new Holiday(
                LocalDate.parse(row.text("first")),
                LocalDate.parse(row.text("last")),
                row.text("kind").equals("WORKED"),
                row.text("name_zh"),
                row.text("name_en"));
    }
}
