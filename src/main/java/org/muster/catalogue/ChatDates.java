package org.muster.catalogue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days in chat text: 25号, 12月3日, 下周三, 明天, 月底; always the next such day, never one that has passed. */
final class ChatDates {

    /** @param last the text says until when, not from when */
    record Day(LocalDate day, boolean last, int start, int end) {}

    private static final String WEEKDAYS = "一二三四五六日天";

    private static final Pattern DAY = Pattern.compile("(?<until>到|至|截止(?:到)?|~|-)?\\s*"
            + "(?:(?<iso>20\\d{2})[-/.年](?<isom>\\d{1,2})[-/.月](?<isod>\\d{1,2})[日号]?"
            + "|(?<month>\\d{1,2})月(?<dom>\\d{1,2})[日号]?"
            + "|(?<md>\\d{1,2})[/.](?<mdd>\\d{1,2})(?=号|日|以后|之后|起|开始)[日号]?"
            + "|(?<only>\\d{1,2})[日号](?!线|机|楼|厂|车间)"
            + "|(?<next>下+个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])"
            + "|(?<word>今天|明天|后天|大后天|下周|下星期|下个月初?|月底|月初|本周末|周末))"
            + "(?<after>以后|之后|过后|后(?!天)|起|开始|以内|之前|前)?");

    private ChatDates() {}

    static List<Day> in(String folded, LocalDate today) {
        List<Day> found = new ArrayList<>();
        Matcher matcher = DAY.matcher(folded);
        int from = 0;
        while (from < folded.length() && matcher.find(from)) {
            Optional<LocalDate> day = day(matcher, today);
            boolean insideOfNumber = matcher.start() > 0
                    && matcher.group("until") == null
                    && Character.isDigit(folded.charAt(matcher.start()))
                    && (Character.isLetterOrDigit(folded.charAt(matcher.start() - 1))
                                    && folded.charAt(matcher.start() - 1) < 0x80
                            || folded.charAt(matcher.start() - 1) == '.');
            if (day.isPresent() && !insideOfNumber) {
                String after = matcher.group("after");
                boolean last =
                        matcher.group("until") != null || "之前".equals(after) || "前".equals(after) || "以内".equals(after);
                found.add(new Day(day.get(), last, matcher.start(), matcher.end()));
                from = matcher.end();
            } else {
                from = matcher.start() + 1;
            }
        }
        return found;
    }

    private static Optional<LocalDate> day(Matcher matcher, LocalDate today) {
        try {
            if (matcher.group("iso") != null) {
                return Optional.of(LocalDate.of(
                        number(matcher.group("iso")), number(matcher.group("isom")), number(matcher.group("isod"))));
            }
            if (matcher.group("month") != null) {
                return Optional.of(nextOf(number(matcher.group("month")), number(matcher.group("dom")), today));
            }
            if (matcher.group("md") != null) {
                return Optional.of(nextOf(number(matcher.group("md")), number(matcher.group("mdd")), today));
            }
            if (matcher.group("only") != null) {
                return nextDayOfMonth(number(matcher.group("only")), today);
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        if (matcher.group("weekday") != null) {
            int index = WEEKDAYS.indexOf(matcher.group("weekday"));
            DayOfWeek weekday = DayOfWeek.of(Math.min(index, 6) + 1);
            String next = matcher.group("next");
            if (next == null) {
                return Optional.of(today.with(TemporalAdjusters.nextOrSame(weekday)));
            }
            long weeks = next.chars().filter(letter -> letter == '下').count();
            return Optional.of(monday(today).plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(weekday)));
        }
        return Optional.of(
                switch (matcher.group("word")) {
                    case "今天" -> today;
                    case "明天" -> today.plusDays(1);
                    case "后天" -> today.plusDays(2);
                    case "大后天" -> today.plusDays(3);
                    case "下周", "下星期" -> monday(today).plusWeeks(1);
                    case "本周末", "周末" -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
                    case "月底" -> today.with(TemporalAdjusters.lastDayOfMonth());
                    default -> today.with(TemporalAdjusters.firstDayOfNextMonth());
                });
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate nextOf(int month, int dayOfMonth, LocalDate today) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, dayOfMonth);
        return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, dayOfMonth) : thisYear;
    }

    private static Optional<LocalDate> nextDayOfMonth(int dayOfMonth, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        for (int later = 0; later < 3; later++) {
            YearMonth candidate = month.plusMonths(later);
            if (candidate.isValidDay(dayOfMonth) && !candidate.atDay(dayOfMonth).isBefore(today)) {
                return Optional.of(candidate.atDay(dayOfMonth));
            }
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
