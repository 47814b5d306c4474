package org.muster.board.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.board.Balance;
import org.muster.board.Carried;
import org.muster.board.CarriedLeg;
import org.muster.board.CarriedStep;
import org.muster.board.LegState;
import org.muster.emergency.web.Heads;
import org.muster.shared.Quantity;
import org.muster.shell.Figures;
import org.muster.shell.Language;
import org.muster.shell.Times;

/** The plan that is carried out, in words and lines. */
@ApplicationScoped
class CarriedWords {

    private static final int WIDTH = 1000;
    private static final int THINNEST = 4;
    private static final int CHART_WIDTH = 300;
    private static final int CHART_HEIGHT = 60;

    /**
     * @param expected null where it is as planned
     * @param x where its bar begins, so {@code width} wide; {@code later} is how much wider as things stand
     */
    record StepRow(
            String kind,
            String name,
            Mark mark,
            Instant begins,
            Instant ends,
            @Nullable Instant expected,
            boolean critical,
            boolean late,
            int x,
            int width,
            int laterX,
            int later) {}

    /** @param all how many there are; {@code rows} are those that are shown */
    record Gantt(List<StepRow> rows, int all, int critical, int late, int now, boolean few) {
        public boolean isMore() {
            return rows.size() < all;
        }
    }

    /** Lines of a picture so wide and high; {@code now} is where today ends. */
    record Chart(int width, int height, String needed, String promised, String accepted, String now) {}

    /**
     * @param lacking the most that is short; null where nothing is
     * @param from since when, and {@code until} till when; blank where nothing is
     */
    record BalanceRow(
            String key,
            String name,
            String output,
            String url,
            Mark mark,
            @Nullable Quantity lacking,
            String from,
            String until,
            Chart chart) {}

    record DayRow(
            LocalDate date,
            Quantity needed,
            Quantity promised,
            Quantity accepted,
            Quantity apart,
            boolean lacking,
            boolean today) {}

    private final Heads heads;
    private final Language language;

    CarriedWords(Heads heads, Language language) {
        this.heads = heads;
        this.language = language;
    }

    private CarriedMessages words() {
        return language.messages(CarriedMessages.class);
    }

    // ── Time ────────────────────────────────────────────────────────────────────

    /** @param whole whether all steps are shown, or only what decides and what is late */
    Gantt gantt(Carried carried, boolean whole, Instant now) {
        List<CarriedStep> steps = carried.steps();
        Instant first = Stream.concat(
                        Stream.of(carried.start(), now), steps.stream().map(CarriedStep::begins))
                .min(Comparator.naturalOrder())
                .orElse(now);
        Instant last = Stream.concat(Stream.of(now), steps.stream().map(CarriedStep::expected))
                .max(Comparator.naturalOrder())
                .orElse(now);
        long minutes = Math.max(1, Duration.between(first, last).toMinutes());
        Function<Instant, Integer> x = at -> (int) (Duration.between(first, at).toMinutes() * WIDTH / minutes);
        List<StepRow> rows = steps.stream()
                .filter(step -> whole || step.critical() || step.late())
                .map(step -> row(step, x, now))
                .toList();
        return new Gantt(
                rows,
                steps.size(),
                (int) steps.stream().filter(CarriedStep::critical).count(),
                (int) steps.stream().filter(CarriedStep::late).count(),
                x.apply(now),
                !whole);
    }

    private StepRow row(CarriedStep step, Function<Instant, Integer> x, Instant now) {
        int begins = Math.min(WIDTH - THINNEST, x.apply(step.begins()));
        int width = Math.max(THINNEST, x.apply(step.ends()) - begins);
        boolean later = step.expected().isAfter(step.ends());
        return new StepRow(
                words().task(step.kind()),
                step.leg()
                        .map(leg ->
                                supplier(leg) + " · " + leg.requirementName().in(language.locale()))
                        .orElseGet(() -> step.stage().in(language.locale())),
                mark(step, now),
                step.begins(),
                step.ends(),
                later ? step.expected() : null,
                step.critical(),
                step.late(),
                begins,
                width,
                begins + width,
                later ? Math.max(THINNEST, x.apply(step.expected()) - begins - width) : 0);
    }

    String supplier(CarriedLeg leg) {
        return language.isChinese() || leg.supplierEn().isBlank() ? leg.supplier() : leg.supplierEn();
    }

    private Mark mark(CarriedStep step, Instant now) {
        if (step.leg().isPresent()) {
            return mark(step.leg().get().state());
        }
        if (step.over()) {
            return new Mark(words().over(), "check", "green");
        }
        return step.begins().isAfter(now)
                ? new Mark(words().ahead(), "ring", "grey")
                : new Mark(words().running(), "clock", "amber");
    }

    Mark mark(LegState state) {
        String word = words().state(state);
        return switch (state) {
            case PLANNED -> new Mark(word, "ring", "grey");
            case ASKED -> new Mark(word, "clock", "amber");
            case PROMISED -> new Mark(word, "check", "green");
            case ON_THE_WAY -> new Mark(word, "truck", "blue");
            case ACCEPTED -> new Mark(word, "check-circle", "green");
            case LOST -> new Mark(word, "x-circle", "red");
        };
    }

    // ── Supply less need ────────────────────────────────────────────────────────

    /** What is short first, and what is short first of these. */
    List<BalanceRow> balances(String emergencyUrl, Carried carried, Instant now) {
        LocalDate today = now.atZone(language.zone()).toLocalDate();
        return carried.balances().stream()
                .sorted(Comparator.comparing(
                        one -> one.firstShort().map(Balance.Day::date).orElse(LocalDate.MAX)))
                .map(one -> row(emergencyUrl, one, today))
                .toList();
    }

    BalanceRow row(String emergencyUrl, Balance one, LocalDate today) {
        Locale locale = language.locale();
        Optional<Balance.Day> first = one.firstShort();
        boolean toTheEnd = one.last().isShort();
        return new BalanceRow(
                one.key(),
                one.name().in(locale),
                one.output().in(locale) + " · " + heads.place(one.area()),
                emergencyUrl + "/balance?requirement=" + URLEncoder.encode(one.key(), StandardCharsets.UTF_8),
                first.isPresent()
                        ? new Mark(words().lacking(), "alert", "red")
                        : new Mark(words().enough(), "check", "green"),
                one.days().stream()
                        .filter(Balance.Day::isShort)
                        .map(Balance.Day::left)
                        .min(Comparator.comparing(Quantity::amount))
                        .map(CarriedWords::apart)
                        .orElse(null),
                first.map(day -> Times.day(day.date(), locale)).orElse(""),
                toTheEnd
                        ? ""
                        : one.lastShort()
                                .map(day -> Times.day(day.date(), locale))
                                .orElse(""),
                chart(one, today));
    }

    List<DayRow> days(Balance of, Instant now) {
        LocalDate today = now.atZone(language.zone()).toLocalDate();
        return of.days().stream()
                .map(day -> new DayRow(
                        day.date(),
                        shown(day.needed()),
                        shown(day.promised()),
                        shown(day.accepted()),
                        apart(day.left()),
                        day.isShort(),
                        day.date().equals(today)))
                .toList();
    }

    private static Quantity apart(Quantity left) {
        return shown(new Quantity(left.amount().abs(), left.unit()));
    }

    private static Quantity shown(Quantity exact) {
        return exact.rounded(2);
    }

    private static Chart chart(Balance of, LocalDate today) {
        BigDecimal most = of.days().stream()
                .flatMap(day -> Stream.of(day.needed(), day.promised()))
                .map(Quantity::amount)
                .reduce(BigDecimal.ONE, BigDecimal::max);
        long passed =
                of.days().stream().filter(day -> !day.date().isAfter(today)).count();
        return new Chart(
                CHART_WIDTH,
                CHART_HEIGHT,
                line(of, Balance.Day::needed, most),
                line(of, Balance.Day::promised, most),
                line(of, Balance.Day::accepted, most),
                shortly((double) passed * CHART_WIDTH / of.days().size()));
    }

    /** As stairs: it stays what it was until the day it changes. */
    private static String line(Balance of, Function<Balance.Day, Quantity> what, BigDecimal most) {
        List<String> points = new ArrayList<>();
        int days = of.days().size();
        for (int i = 0; i < days; i++) {
            double share = what.apply(of.days().get(i))
                    .amount()
                    .divide(most, 6, RoundingMode.HALF_UP)
                    .doubleValue();
            String y = shortly(CHART_HEIGHT - 2 - share * (CHART_HEIGHT - 4));
            points.add(shortly((double) i * CHART_WIDTH / days) + "," + y);
            points.add(shortly((double) (i + 1) * CHART_WIDTH / days) + "," + y);
        }
        return String.join(" ", points);
    }

    static String shortly(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    String exact(Quantity quantity) {
        return Figures.exact(shown(quantity), language.locale());
    }
}
