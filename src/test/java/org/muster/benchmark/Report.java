package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts what was measured where the last run's figures stand in {@code docs/benchmarks.md}. */
public final class Report {

    private Report() {}

    /** @param name of the place, which begins with {@code <!-- name -->} and ends with {@code <!-- /name -->} */
    public static void write(String name, String report) throws IOException {
        Path file = Path.of(System.getProperty("benchmark.report", "../docs/benchmarks.md"));
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file);
        String begin = "<!-- " + name + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- /" + name + " -->");
        if (to < from) {
            throw new IllegalStateException(file + " has no place for " + name);
        }
        Files.writeString(file, text.substring(0, from) + "\n" + report + "\n" + text.substring(to));
    }
}
