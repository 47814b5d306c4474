package org.muster.planning.solver;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One process that solves; after {@link #close} it is gone, whatever it was doing. */
final class Worker implements AutoCloseable {

    private static final long POLL_MILLIS = 20;
    private static final long START_SECONDS = 60;
    private static final String END = "";

    private final Process process;
    private final BufferedWriter tasks;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final long begun = System.nanoTime();
    private boolean ready;
    private boolean ended;

    private Worker(Process process) {
        this.process = process;
        tasks = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(this::read, "solver-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /** The same JDK, the classes it needs and the native libraries, in no more memory than allowed. */
    static Worker start(String classPath, Path natives, int megabytes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                // The shell's limit holds for what it becomes. Where there is none the heap's limit remains.
                "ulimit -v " + megabytes * 1024L + " 2>/dev/null; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.library.path=" + natives,
                "-cp",
                classPath,
                SolverWorker.class.getName()));
        var builder = new ProcessBuilder(command);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Worker(builder.start());
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(WorkerLanguage.MARK)) {
                    answers.add(line.substring(WorkerLanguage.MARK.length()));
                }
            }
        } catch (IOException killed) {
            answers.add(END);
        }
        answers.add(END);
    }

    /** The answer, or nothing when the worker died, the time was up or nobody wants to know any more; then it must be closed. */
    Optional<WorkerAnswer> ask(WorkerTask task, long nanos, BooleanSupplier stop) throws InterruptedException {
        long start = System.nanoTime();
        try {
            if (!ready && await(nanos, stop).isEmpty()) {
                return Optional.empty();
            }
            ready = true;
            tasks.write(WorkerLanguage.write(task));
            tasks.newLine();
            tasks.flush();
        } catch (IOException dead) {
            return Optional.empty();
        }
        return await(nanos - (System.nanoTime() - start), stop)
                .map(answer -> WorkerLanguage.read(answer, WorkerAnswer.class));
    }

    private Optional<String> await(long nanos, BooleanSupplier stop) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos && !stop.getAsBoolean()) {
            String line = answers.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                ended = line.equals(END);
                return ended ? Optional.empty() : Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** It may still become ready, and whoever asks next need not start another. */
    boolean isStarting() {
        return !ready && !ended && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(START_SECONDS);
    }

    /** For whoever wants to see what happens when it dies. */
    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
