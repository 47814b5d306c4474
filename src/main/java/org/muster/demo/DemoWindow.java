package org.muster.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import org.muster.catalogue.Availability;
import org.muster.shared.TimeWindow;

/** A stretch of days, counted from the day of the first start: {@code NOT_FREE 14 28 and why}. */
record DemoWindow(Availability availability, int fromDay, int toDay, String note) {

    static DemoWindow of(String written) {
        String[] parts = written.split(" ", 4);
        return new DemoWindow(
                Availability.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts.length > 3 ? parts[3] : "");
    }

    TimeWindow during(LocalDate today, ZoneId zone) {
        return new TimeWindow(
                today.plusDays(fromDay).atStartOfDay(zone).toInstant(),
                today.plusDays(toDay).atStartOfDay(zone).toInstant());
    }
}
