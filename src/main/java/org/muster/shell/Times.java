package org.muster.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times as people of a language read them: with the weekday, in their zone. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_WEEKDAY =
            DateTimeFormatter.ofPattern("EEE", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_DAY_THIS_YEAR =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** Names of zones, said on every line of a list and slow to look up; as many as there are zones and languages. */
    private static final Map<Map.Entry<ZoneId, Boolean>, String> ZONE_NAMES = new ConcurrentHashMap<>();

    private Times() {}

    /** 11月25日 周三 14:30; the year too when it is not this one. */
    public static String moment(Instant instant, ZoneId zone, Locale locale, Instant now) {
        ZonedDateTime at = instant.atZone(zone);
        boolean thisYear = at.getYear() == now.atZone(zone).getYear();
        return date(at, at.toLocalDate(), locale, thisYear) + " " + CLOCK.format(at);
    }

    /** The whole of it, with the zone, for a title. */
    public static String exact(Instant instant, ZoneId zone, Locale locale) {
        ZonedDateTime at = instant.atZone(zone);
        return date(at, at.toLocalDate(), locale, false) + " " + CLOCK.format(at) + " "
                + ZONE_NAMES.computeIfAbsent(
                        Map.entry(zone, isChinese(locale)),
                        asked -> zone.getDisplayName(
                                asked.getValue() ? TextStyle.FULL : TextStyle.SHORT,
                                asked.getValue() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH));
    }

    public static String day(LocalDate day, Locale locale) {
        return date(day, day, locale, false);
    }

    /** How long ago, or how soon, in the largest unit that fits. */
    public static String ago(Instant instant, Locale locale, Instant now) {
        ShellMessages words = Language.messages(ShellMessages.class, locale);
        Duration since = Duration.between(instant, now);
        boolean future = since.isNegative() && since.abs().compareTo(Duration.ofMinutes(1)) >= 0;
        Duration length = since.abs();
        String span;
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.just_now();
        } else if (length.compareTo(Duration.ofHours(1)) < 0) {
            span = words.minutes(length.toMinutes());
        } else if (length.compareTo(Duration.ofDays(1)) < 0) {
            span = words.hours(length.toHours());
        } else if (length.compareTo(Duration.ofDays(60)) < 0) {
            span = words.days(length.toDays());
        } else {
            span = words.months(length.toDays() / 30);
        }
        return future ? words.from_now(span) : words.ago(span);
    }

    private static String date(TemporalAccessor weekday, LocalDate day, Locale locale, boolean withoutYear) {
        if (isChinese(locale)) {
            String year = withoutYear ? "" : day.getYear() + "年";
            return year + day.getMonthValue() + "月" + day.getDayOfMonth() + "日 " + CHINESE_WEEKDAY.format(weekday);
        }
        return (withoutYear ? ENGLISH_DAY_THIS_YEAR : ENGLISH_DAY).format(day);
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
