package org.muster.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One server process and the folder of its state.
 *
 * <p>It writes down its process and ports. When the JVM that started it was killed, the next one finds the note, sees
 * that the process is the same one and healthy, and takes it over instead of starting a second on the same data.
 */
abstract class Server {

    /** A busy machine has taken more than four minutes for the very first start of all three. */
    private static final Duration START_LIMIT = Duration.ofMinutes(8);

    private static final Duration ADOPTION_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How often other ports are tried when something foreign was quicker. */
    private static final int ATTEMPTS = 3;

    /** How PostgreSQL, Elasticsearch and Keycloak say that a port is not theirs. */
    private static final Pattern PORT_TAKEN = Pattern.compile(
            "could not bind|Address already in use|BindException|BindTransportException|BindHttpException|already bound");

    private static final Logger LOG = Logger.getLogger("org.muster.devstack");

    private final String name;
    private final Path folder;
    private final Path log;
    private final int[] preferredPorts;
    private int[] ports = {};
    private List<Port> reserved = List.of();

    @Nullable private ProcessHandle process;

    Server(String name, Path state, int... preferredPorts) {
        this.name = name;
        this.folder = state.resolve(name.toLowerCase(java.util.Locale.ROOT));
        this.log = state.resolve("logs").resolve(name.toLowerCase(java.util.Locale.ROOT) + ".log");
        this.preferredPorts = preferredPorts;
    }

    /** Brings data and configuration into the folder, so that {@link #command()} can run. */
    abstract void prepare() throws IOException, InterruptedException;

    abstract List<String> command();

    abstract Map<String, String> environment();

    /** Whether it can serve a request now. */
    abstract boolean isHealthy();

    /** Asks the process to end, losing nothing. */
    void askToStop(ProcessHandle running) {
        running.destroy();
    }

    /** Ends the process at once, as a fault of the machine would. */
    void strike(ProcessHandle running) {
        running.destroyForcibly();
    }

    final String name() {
        return name;
    }

    final Path folder() {
        return folder;
    }

    final int port() {
        return ports[0];
    }

    final int port(int index) {
        return ports[index];
    }

    /** Takes over a server that a killed JVM left behind, else occupies the ports it will need. */
    final void adoptOrReserve() {
        if (!adopt()) {
            reserve();
        }
    }

    private void reserve() {
        reserved = IntStream.of(preferredPorts).mapToObj(Port::reserve).toList();
        ports = reserved.stream().mapToInt(Port::number).toArray();
    }

    final void start() {
        var running = process;
        if (running != null && running.isAlive()) {
            return;
        }
        var started = System.nanoTime();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            for (var attempt = 1; ; attempt++) {
                prepare();
                reserved.forEach(Port::release);
                launch();
                if (waitUntilHealthy(attempt)) {
                    break;
                }
                LOG.infof("%s found a port of %s taken: started anew with others", name, Arrays.toString(ports));
                var taken = reserved;
                reserve();
                taken.forEach(Port::giveUp);
            }
            LOG.infof("%s is ready after %d s", name, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
        } catch (IOException e) {
            throw new ServerFailure(name + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure(name + " was interrupted while it started.", e);
        }
    }

    /** The server is gone without having had time for anything; {@link #start()} brings it back on the same ports. */
    final void crash() {
        var running = process;
        if (running == null) {
            return;
        }
        process = null;
        var family = running.descendants().toList();
        strike(running);
        waitForEnd(running);
        family.forEach(ProcessHandle::destroyForcibly);
        if (running.isAlive()) {
            running.destroyForcibly();
            waitForEnd(running);
        }
    }

    /** Runs inside the shutdown hook, so it uses nothing that {@link #start()} has not loaded or the JDK does not hold. */
    final void stop() {
        var running = process;
        process = null;
        if (running == null) {
            return;
        }
        end(running);
        try {
            Files.deleteIfExists(note());
        } catch (IOException kept) {
            // The note names a process that is gone; the next start sees that.
        }
    }

    /** Runs one of the server's own tools to its end. */
    final void run(List<String> command, Map<String, String> environment, String input)
            throws IOException, InterruptedException {
        var builder = processBuilder(command, environment);
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        var tool = builder.start();
        try (var in = tool.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!tool.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            tool.destroyForcibly();
            throw new ServerFailure(name + " could not be prepared in time.", log);
        }
        if (tool.exitValue() != 0) {
            throw new ServerFailure(name + " could not be prepared.", log);
        }
    }

    static boolean answersOk(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                if (connection.getResponseCode() != 200) {
                    return false;
                }
                try (InputStream body = connection.getInputStream()) {
                    body.readAllBytes();
                }
                return true;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private void launch() throws IOException {
        Files.deleteIfExists(log);
        var launched = processBuilder(command(), environment())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        process = launched.toHandle();
        writeNote(launched.toHandle());
    }

    private ProcessBuilder processBuilder(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }

    /** False when it could not have its ports and other ones are worth an attempt. */
    private boolean waitUntilHealthy(int attempt) throws InterruptedException, IOException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            // In this order: were the port another server's, that one would answer while ours already ended.
            var healthy = isHealthy();
            var running = process;
            if (running == null || !running.isAlive()) {
                process = null;
                if (attempt < ATTEMPTS
                        && PORT_TAKEN.matcher(Files.readString(log)).find()) {
                    return false;
                }
                throw new ServerFailure(name + " ended while it started.", log);
            }
            if (healthy) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(name + " was not ready within " + START_LIMIT.toMinutes() + " minutes.", log);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean adopt() {
        var note = readNote();
        var pid = Long.parseLong(note.getProperty("pid", "0"));
        var left = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
        // Process ids are used again, so the start time has to be the same as well.
        if (left == null || !startOf(left).equals(note.getProperty("started"))) {
            return false;
        }
        ports = List.of(note.getProperty("ports", "0").split(",")).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        var deadline = System.nanoTime() + ADOPTION_LIMIT.toNanos();
        while (ports.length == preferredPorts.length && left.isAlive() && System.nanoTime() < deadline) {
            if (isHealthy()) {
                process = left;
                LOG.infof("%s still runs (process %d): taken over", name, pid);
                return true;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        LOG.infof("%s still runs (process %d) but does not answer: started anew", name, pid);
        end(left);
        return false;
    }

    private void end(ProcessHandle running) {
        var family = running.descendants().toList();
        askToStop(running);
        waitForEnd(running);
        for (var child : family) {
            child.destroyForcibly();
        }
        if (running.isAlive()) {
            running.destroyForcibly();
            waitForEnd(running);
        }
    }

    private static void waitForEnd(ProcessHandle running) {
        try {
            running.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException late) {
            // The caller ends it by force.
        }
    }

    private Path note() {
        return folder.resolve("process.properties");
    }

    private void writeNote(ProcessHandle started) throws IOException {
        var note = new Properties();
        note.setProperty("pid", Long.toString(started.pid()));
        note.setProperty("started", startOf(started));
        var numbers = new StringBuilder();
        for (var port : ports) {
            numbers.append(numbers.isEmpty() ? "" : ",").append(port);
        }
        note.setProperty("ports", numbers.toString());
        try (var out = Files.newOutputStream(note())) {
            note.store(out, null);
        }
    }

    private Properties readNote() {
        var note = new Properties();
        if (Files.exists(note())) {
            try (var in = Files.newInputStream(note())) {
                note.load(in);
            } catch (IOException unreadable) {
                LOG.debugf("%s: no readable note of an earlier process", name);
            }
        }
        return note;
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
