package org.muster.planning.replay;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.muster.benchmark.Report;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Plan;

/**
 * Plays a past list of needs again: planned by Muster, and by two ways that need no planner, on the same market; then holds what was predicted against what came.
 * Prints the figures and writes them to {@code docs/benchmarks.md} with a plot beside.
 *
 * <p>{@code ./mvnw test -Pplanning-benchmark -Dtest=ReplayBenchmark -Dreplay.needs=<list>}. System properties: {@code replay.seeds} (3), {@code replay.supplied} percent (70),
 * {@code replay.seconds} for each question that the planner asks itself (1); a fair plan takes dozens of them.
 */
final class ReplayBenchmark {

    private static final int SUPPLIERS_EACH = 25;
    private static final int SCENARIOS = 2_000;
    private static final int WORLDS = 40;
    private static final Path DOCS = Path.of("..", "docs");

    private final int seeds = Integer.getInteger("replay.seeds", 3);
    private final int supplied = Integer.getInteger("replay.supplied", 70);
    private final int seconds = Integer.getInteger("replay.seconds", 1);

    @Test
    void a_past_list_is_planned_again() throws IOException {
        Path list = Path.of(Objects.requireNonNull(System.getProperty("replay.needs"), "Set -Dreplay.needs"));
        PastNeeds needs;
        try (Reader text = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
            needs = PastNeeds.read(text);
        }
        List<List<Replay.Figures>> of =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Replay.Told> told = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            Effort effort = Effort.of(seed, Duration.ofSeconds(seconds), 2);
            var replay = new Replay(PastMarket.of(needs.rows(), SUPPLIERS_EACH, supplied, effort));
            Plan fair = replay.fair();
            of.get(0).add(replay.figures("first come", replay.firstCome()));
            of.get(1).add(replay.figures("nearest match", replay.nearest()));
            of.get(2).add(replay.figures("Muster, cheapest", replay.cheapest()));
            of.get(3).add(replay.figures("Muster, fair", fair));
            told.addAll(replay.told(fair, SCENARIOS, WORLDS));
        }
        Replay.Calibration calibration = Replay.Calibration.of(told);
        String report =
                report(list, needs, of.stream().map(ReplayBenchmark::mean).toList(), calibration);
        System.out.println(report);
        write(report, calibration);
    }

    private static Replay.Figures mean(List<Replay.Figures> all) {
        return new Replay.Figures(
                all.get(0).way(),
                all.stream().mapToDouble(Replay.Figures::fill).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::units).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::whole).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::least).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::jain).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::hours).average().orElseThrow(),
                all.stream().mapToDouble(Replay.Figures::yuan).average().orElseThrow());
    }

    private String report(Path list, PastNeeds needs, List<Replay.Figures> figures, Replay.Calibration calibration) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "`%s`: %d needs with a figure and a known city; %d without a figure and %d without a city left out. Mean of %d markets, %d suppliers an item with %d %% of what is needed, %d s a question.%n%n",
                list.getFileName(),
                needs.rows().size(),
                needs.withoutFigure(),
                needs.unknownPlaces(),
                seeds,
                SUPPLIERS_EACH,
                supplied,
                seconds));
        report.append(Replay.Figures.HEAD).append('\n');
        figures.forEach(one -> report.append(one.line()).append('\n'));
        report.append(String.format(
                Locale.ROOT,
                "%nPredicted against observed, %,d times (each served need of the fair plans in %d worlds): Brier score %.4f; saying the overall rate each time has %.4f, so the skill is %.1f %%.%n%n",
                calibration.count(),
                WORLDS,
                calibration.brier(),
                calibration.always(),
                100 * (1 - calibration.brier() / calibration.always())));
        report.append("| predicted | observed | times |\n|---|---|---|\n");
        calibration
                .bins()
                .forEach(bin -> report.append(String.format(
                        Locale.ROOT,
                        "| %.1f %% | %.1f %% | %,d |%n",
                        100 * bin.predicted(),
                        100 * bin.observed(),
                        bin.count())));
        return report.append("\n![Reliability plot](replay-reliability.svg)\n").toString();
    }

    private static void write(String report, Replay.Calibration calibration) throws IOException {
        Report.write("replay", report);
        Files.writeString(DOCS.resolve("replay-reliability.svg"), calibration.svg());
    }
}
