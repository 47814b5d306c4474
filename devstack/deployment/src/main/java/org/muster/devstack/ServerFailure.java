package org.muster.devstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says in one sentence which server failed and how, then shows the end of its log. */
final class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LINES_SHOWN = 30;

    ServerFailure(String sentence) {
        super(sentence);
    }

    ServerFailure(String sentence, Path log) {
        super(sentence + " Its log is " + log + ", and ends:\n" + tail(log));
    }

    ServerFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    private static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException unreadable) {
            return "(no log was written)";
        }
    }
}
