package org.muster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends with this JVM, also when this JVM is killed: a shell stands between the two, and kills the
 * child when the pipe from here breaks.
 */
final class Leash {

    private static final String SCRIPT = """
            log=$1; shift
            exec 3<&0
            "$@" >"$log" 2>&1 </dev/null 3<&- &
            child=$!
            echo $child
            { cat <&3 >/dev/null; kill -9 $child; } 2>/dev/null &
            watch=$!
            wait $child
            code=$?
            kill $watch
            exit $code
            """;

    private final Process shell;
    private final long child;

    private Leash(Process shell, long child) {
        this.shell = shell;
        this.child = child;
    }

    static Leash start(List<String> command, Path folder, Path log) {
        var whole = new ArrayList<>(List.of("sh", "-c", SCRIPT, "leash", log.toString()));
        whole.addAll(command);
        try {
            var shell = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return new Leash(shell, Long.parseLong(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** As an administrator or the kernel would end it who has no patience: nothing in it hears of it. */
    void kill() {
        signal("-KILL");
        exit(Duration.ofSeconds(10));
    }

    /** As a service manager asks it to end. */
    void askToStop() {
        signal("-TERM");
        exit(Duration.ofSeconds(30));
    }

    /** What it ended with. */
    int exit(Duration patience) {
        try {
            if (!shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                signal("-KILL");
                throw new AssertionError("Process " + child + " did not end within " + patience);
            }
            shell.getOutputStream().close();
            return shell.exitValue();
        } catch (IOException alreadyClosed) {
            return shell.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(child))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
