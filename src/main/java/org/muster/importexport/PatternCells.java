package org.muster.importexport;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.SaidPattern;
import org.muster.catalogue.WeeklyPattern;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * The weekly pattern of a listing in one cell. The first line says from when, until when, by whose clocks, whether the rest is not free, and the years
 * whose public holidays count: {@code 自 2026-12-01 至 2027-03-31 Asia/Shanghai 其余不空闲 节假日 2026 2027}. Then a line for each hours of the week
 * ({@code 周一、周二 08:00-18:00}) and for each days that differ ({@code 2026-12-24~2026-12-26 休息 盘点}).
 */
final class PatternCells {

    private static final Set<String> NONE = Set.of("无", "没有", "none", "no");
    private static final Set<String> FROM = Set.of("自", "从", "from");
    private static final Set<String> UNTIL = Set.of("至", "到", "~", "to", "until");
    private static final Set<String> REST_CLOSED = Set.of("其余不空闲", "rest-not-free");
    private static final Set<String> HOLIDAYS = Set.of("节假日", "holidays");
    private static final List<String> DAYS_ZH = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
    private static final List<String> DAYS_EN = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Pattern LINES = Pattern.compile("[\\n\\r;；]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、]+");
    private static final Pattern RANGE = Pattern.compile("[-~–至到]");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final String DATE = "(\\d{4}-\\d{2}-\\d{2})";
    private static final String TIME = "(\\d{1,2}:\\d{2}(?::[\\d.]+)?)";
    private static final String TIMES = TIME + " *[-~–至到] *" + TIME;
    private static final Pattern HOURS = Pattern.compile("(\\D+?) *" + TIMES);
    private static final Pattern DIFFERENT = Pattern.compile(
            DATE + "(?: *[~至到] *" + DATE + ")? +(?:(休息|停|closed)|" + TIMES + ")(?: +(.*))?", Pattern.CASE_INSENSITIVE);

    private PatternCells() {}

    static String write(Optional<WeeklyPattern> pattern, Locale locale) {
        return pattern.map(one -> write(one, locale.getLanguage().equals("en"))).orElse("");
    }

    private static String write(WeeklyPattern pattern, boolean english) {
        List<String> lines = new ArrayList<>();
        StringBuilder first = new StringBuilder(english ? "from " : "自 ").append(pattern.starts());
        LocalDate ends = pattern.ends();
        if (ends != null) {
            first.append(english ? " to " : " 至 ").append(ends);
        }
        first.append(' ').append(pattern.zone().getId());
        if (pattern.restClosed()) {
            first.append(english ? " rest-not-free" : " 其余不空闲");
        }
        if (!pattern.holidayYears().isEmpty()) {
            first.append(english ? " holidays" : " 节假日");
            pattern.holidayYears().forEach(year -> first.append(' ').append(year));
        }
        lines.add(first.toString());
        for (WeeklyPattern.Hours hours : pattern.hours()) {
            lines.add(hours.days().stream()
                            .sorted()
                            .map(day -> (english ? DAYS_EN : DAYS_ZH).get(day.ordinal()))
                            .collect(Collectors.joining(english ? ", " : "、"))
                    + " " + hours.from() + "-" + hours.to());
        }
        for (WeeklyPattern.Exception day : pattern.exceptions()) {
            String line = day.first() + "~" + day.last() + " "
                    + (day.closed() ? english ? "closed" : "休息" : day.from() + "-" + day.to());
            lines.add((line + " " + WindowCells.onOneLine(day.note())).strip());
        }
        return String.join("\n", lines);
    }

    /** What the cell says; a blank one says nothing of a pattern, and leaves it as it is. */
    static Outcome<Optional<SaidPattern>> read(String cell) {
        if (cell.isBlank()) {
            return Outcome.accepted(Optional.empty());
        }
        if (NONE.contains(Headings.folded(cell))) {
            return Outcome.accepted(Optional.of(SaidPattern.NONE));
        }
        List<String> lines = LINES.splitAsStream(cell)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<Frame> frame = frame(lines.get(0));
        if (frame.isEmpty()) {
            return Outcome.refused(refusal("pattern_unreadable", lines.get(0)));
        }
        List<Refusal> wrong = new ArrayList<>();
        List<WeeklyPattern.Hours> hours = new ArrayList<>();
        List<WeeklyPattern.Exception> exceptions = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            hours(line)
                    .ifPresentOrElse(
                            hours::add,
                            () -> different(line)
                                    .ifPresentOrElse(
                                            exceptions::add, () -> wrong.add(refusal("pattern_unreadable", line))));
        }
        return wrong.isEmpty()
                ? Outcome.accepted(Optional.of(new SaidPattern(frame.get().with(hours, exceptions))))
                : Outcome.refused(wrong);
    }

    /** What the first line says. */
    private record Frame(
            ZoneId zone,
            LocalDate starts,
            @Nullable LocalDate ends,
            boolean restClosed,
            TreeSet<Integer> holidayYears) {

        WeeklyPattern with(List<WeeklyPattern.Hours> hours, List<WeeklyPattern.Exception> exceptions) {
            return new WeeklyPattern(zone, starts, ends, restClosed, hours, exceptions, holidayYears);
        }
    }

    private static Optional<Frame> frame(String line) {
        List<String> words = List.of(BETWEEN.split(line));
        if (words.size() < 2 || !FROM.contains(folded(words.get(0)))) {
            return Optional.empty();
        }
        try {
            LocalDate starts = LocalDate.parse(words.get(1));
            LocalDate ends = null;
            ZoneId zone = WindowCells.ZONE;
            boolean restClosed = false;
            boolean holidays = false;
            TreeSet<Integer> years = new TreeSet<>();
            for (int i = 2; i < words.size(); i++) {
                String word = words.get(i);
                if (UNTIL.contains(folded(word)) && ends == null && i + 1 < words.size()) {
                    ends = LocalDate.parse(words.get(++i));
                } else if (REST_CLOSED.contains(folded(word))) {
                    restClosed = true;
                } else if (HOLIDAYS.contains(folded(word))) {
                    holidays = true;
                } else if (holidays && YEAR.matcher(word).matches()) {
                    years.add(Integer.valueOf(word));
                } else {
                    zone = ZoneId.of(word);
                }
            }
            return Optional.of(new Frame(zone, starts, ends, restClosed, years));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<WeeklyPattern.Hours> hours(String line) {
        Matcher match = HOURS.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        Optional<Set<DayOfWeek>> days = days(match.group(1).strip());
        Optional<LocalTime> from = time(match.group(2));
        Optional<LocalTime> to = time(match.group(3));
        return days.isPresent() && from.isPresent() && to.isPresent()
                ? Optional.of(new WeeklyPattern.Hours(days.get(), from.get(), to.get()))
                : Optional.empty();
    }

    /** 周一、周三 or Mon-Fri. */
    private static Optional<Set<DayOfWeek>> days(String written) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : BETWEEN.split(written)) {
            List<Optional<DayOfWeek>> ends =
                    Arrays.stream(RANGE.split(part)).map(PatternCells::day).toList();
            if (ends.isEmpty() || ends.size() > 2 || ends.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            DayOfWeek last = ends.get(ends.size() - 1).orElseThrow();
            for (DayOfWeek day = ends.get(0).orElseThrow(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String written) {
        String word = written.strip().replace("星期", "周").replace("周天", "周日");
        for (int i = 0; i < DAYS_ZH.size(); i++) {
            if (word.equals(DAYS_ZH.get(i)) || word.equalsIgnoreCase(DAYS_EN.get(i))) {
                return Optional.of(DayOfWeek.of(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<WeeklyPattern.Exception> different(String line) {
        Matcher match = DIFFERENT.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(match.group(1));
            LocalDate last = match.group(2) == null ? first : LocalDate.parse(match.group(2));
            Optional<LocalTime> from = time(match.group(4));
            Optional<LocalTime> to = time(match.group(5));
            if (match.group(3) == null && (from.isEmpty() || to.isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(new WeeklyPattern.Exception(
                    first,
                    last,
                    from.orElse(null),
                    to.orElse(null),
                    match.group(6) == null ? "" : WindowCells.onOneLine(match.group(6))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 24:00 is the midnight at which the next day begins. */
    private static Optional<LocalTime> time(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            String whole = written.indexOf(':') == 1 ? "0" + written : written;
            return Optional.of(whole.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(whole));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Refusal refusal(String key, Object... args) {
        return Refusal.at(Column.PATTERN.name(), "importexport." + key, args);
    }
}
