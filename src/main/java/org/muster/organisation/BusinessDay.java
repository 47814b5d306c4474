package org.muster.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Checks run out at the end of a day in China, where the papers they rest on are dated. */
public final class BusinessDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private BusinessDay() {}

    public static LocalDate of(Instant moment) {
        return moment.atZone(CHINA).toLocalDate();
    }
}
