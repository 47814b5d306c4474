package org.muster.importexport;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.SaidWindow;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * The windows of a listing in one cell, a line each: {@code 2026-12-01 08:00 ~ 2026-12-05 18:00 空闲 夜班}. A file is read far from where it was
 * written, so its times are those of one place, whoever reads it.
 */
final class WindowCells {

    /** As the heading says. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Half a year of a pattern with two stretches a day is not more. */
    private static final int MOST = 400;

    private static final Set<String> NONE = Set.of("无", "没有", "none", "no");
    private static final Pattern LINES = Pattern.compile("[\\n\\r;；]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String DAY = "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?";
    private static final String TIME = "(?:[ T]*(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?))?";
    private static final Pattern WINDOW =
            Pattern.compile(DAY + TIME + " *(?:~|-|–|—|至|到|to) *" + DAY + TIME + "(?: +(.*))?");
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final LocalTime END_OF_DAY = LocalTime.MIDNIGHT;

    private WindowCells() {}

    static String write(List<CapacityWindow> windows, Locale locale) {
        return windows.stream()
                .map(window -> {
                    String written = moment(window.during().from()) + " ~ "
                            + moment(window.during().to()) + " "
                            + ListingCells.AVAILABILITIES.write(window.availability(), locale);
                    return window.note().isBlank() ? written : written + " " + onOneLine(window.note());
                })
                .collect(Collectors.joining("\n"));
    }

    /** What of a note a line of a cell can hold. */
    static String onOneLine(String note) {
        return BLANKS.matcher(LINES.matcher(note).replaceAll("，"))
                .replaceAll(" ")
                .strip();
    }

    private static String moment(Instant at) {
        ZonedDateTime there = at.atZone(ZONE);
        return DAYS.format(there) + " " + there.toLocalTime();
    }

    /** What the cell says; a blank one says nothing of windows, and leaves them as they are. */
    static Outcome<Optional<List<SaidWindow>>> read(String cell) {
        if (cell.isBlank()) {
            return Outcome.accepted(Optional.empty());
        }
        if (NONE.contains(Headings.folded(cell))) {
            return Outcome.accepted(Optional.of(List.of()));
        }
        List<Refusal> wrong = new ArrayList<>();
        List<SaidWindow> windows = new ArrayList<>();
        for (String line : LINES.split(cell)) {
            String written = BLANKS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                    .replaceAll(" ")
                    .strip();
            if (!written.isEmpty()) {
                window(written, line.strip())
                        .ifPresentOrElse(windows::add, () -> wrong.add(refusal("window_unreadable", line.strip())));
            }
        }
        if (windows.size() > MOST) {
            wrong.add(refusal("too_many_windows", MOST));
        }
        windows.sort(Comparator.comparing(window -> window.during().from()));
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).during().overlaps(windows.get(i - 1).during())) {
                wrong.add(refusal(
                        "windows_overlap",
                        moment(windows.get(i).during().from()) + " ~ "
                                + moment(windows.get(i).during().to())));
            }
        }
        return wrong.isEmpty() ? Outcome.accepted(Optional.of(List.copyOf(windows))) : Outcome.refused(wrong);
    }

    private static Optional<SaidWindow> window(String written, String asItStands) {
        Matcher match = WINDOW.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        Optional<Rest> rest = rest(match.group(9) == null ? "" : match.group(9).strip());
        try {
            ZonedDateTime from = moment(match, 1, false);
            ZonedDateTime to = moment(match, 5, true);
            return from.isBefore(to)
                    ? rest.map(said -> new SaidWindow(
                            new TimeWindow(from.toInstant(), to.toInstant()),
                            said.availability(),
                            note(said.note(), asItStands)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What stands behind the times: whether it is free then, in one word or two, and a note. */
    private record Rest(Availability availability, String note) {}

    private static Optional<Rest> rest(String written) {
        if (written.isEmpty()) {
            return Optional.of(new Rest(Availability.FREE, ""));
        }
        List<String> words = List.of(written.split(" "));
        for (int said = Math.min(2, words.size()); said > 0; said--) {
            int from = said;
            Optional<Rest> rest = ListingCells.AVAILABILITIES
                    .read(String.join(" ", words.subList(0, said)))
                    .map(availability -> new Rest(availability, String.join(" ", words.subList(from, words.size()))));
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    /** In the letters it was written in; the rest of the line was folded to be read. */
    private static String note(String folded, String asItStands) {
        if (folded.isEmpty()) {
            return "";
        }
        String whole = BLANKS.matcher(asItStands).replaceAll(" ").strip();
        int words = BLANKS.split(folded).length;
        String[] parts = whole.split(" ");
        String own = String.join(" ", List.of(parts).subList(Math.max(0, parts.length - words), parts.length));
        return Normalizer.normalize(own, Normalizer.Form.NFKC).strip().equals(folded) ? own : folded;
    }

    private static ZonedDateTime moment(Matcher match, int group, boolean end) {
        LocalDate day = LocalDate.of(
                Integer.parseInt(match.group(group)),
                Integer.parseInt(match.group(group + 1)),
                Integer.parseInt(match.group(group + 2)));
        String time = match.group(group + 3);
        if (time == null) {
            return (end ? day.plusDays(1) : day).atTime(END_OF_DAY).atZone(ZONE);
        }
        if (time.startsWith("24:00")) {
            return day.plusDays(1).atStartOfDay(ZONE);
        }
        return day.atTime(LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time))
                .atZone(ZONE);
    }

    private static Refusal refusal(String key, Object... args) {
        return Refusal.at(Column.WINDOWS.name(), "importexport." + key, args);
    }
}
