package org.muster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The packaged application as a process of its own, which can be killed and started again. */
public final class RunningApplication implements AutoCloseable {

    /** Tests in several virtual machines at once: each has servers, state and logs of its own. */
    static final String LANE = System.getProperty("muster.crash.lane", "1");

    /** Where logs are, and what else a test wants to keep. */
    public static final Path FOLDER = Path.of("target", "crash", LANE).toAbsolutePath();

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?):(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger STARTS = new AtomicInteger();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Map<String, String> servers;
    private final List<String> launch;
    private volatile @Nullable Leash process;
    private volatile String url = "";
    private volatile Path log = FOLDER;

    private RunningApplication(Map<String, String> servers, List<String> launch) {
        this.servers = servers;
        this.launch = launch;
    }

    /** The packaged application, not started yet. */
    public static RunningApplication packaged(StandingServers servers) {
        if (!Files.isRegularFile(JAR)) {
            throw new AssertionError(JAR + " is missing: ./mvnw package makes it");
        }
        return new RunningApplication(servers.settings(), List.of("-jar", JAR.toString()));
    }

    /** Another program that says the same when it listens; for controls. */
    public static RunningApplication of(Class<?> program, StandingServers servers) {
        return new RunningApplication(
                servers.settings(), List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    }

    /** Starts it and waits until it is ready, with settings besides those of the servers. */
    public RunningApplication start(Map<String, String> settings) {
        launch(settings, List.of());
        url = Awaitility.await("the application listens")
                .atMost(PATIENCE)
                .until(this::listening, found -> !found.isEmpty());
        Awaitility.await("the application is ready")
                .atMost(PATIENCE)
                .until(() -> isAlive() ? status("/q/health/ready") : died(), status -> status == 200);
        return this;
    }

    public RunningApplication start() {
        return start(Map.of());
    }

    /** Runs one command of it to its end, and gives what it ended with. */
    public int run(Map<String, String> settings, String... command) {
        launch(settings, List.of(command));
        return running().exit(PATIENCE);
    }

    public void kill() {
        running().kill();
    }

    public void stop() {
        running().askToStop();
    }

    public boolean isAlive() {
        var current = process;
        return current != null && current.isAlive();
    }

    private Leash running() {
        return Objects.requireNonNull(process, "It was never started");
    }

    /** Where it answers; another address after each start. By name, since cookies of the sign-in belong to it. */
    public String url() {
        return url;
    }

    /** What it wrote since it was started last. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    private void launch(Map<String, String> settings, List<String> arguments) {
        if (isAlive()) {
            throw new IllegalStateException("It still runs");
        }
        var all = new Properties();
        all.putAll(servers);
        // Another one each time: between two starts a fixed one could be taken.
        all.put("quarkus.http.port", "0");
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("muster.cookies.secure", "false");
        all.put("muster.signing.key", "known-to-everybody-so-good-for-tests-only");
        all.putAll(settings);
        try {
            var folder = Files.createDirectories(FOLDER.resolve("run-" + STARTS.incrementAndGet()));
            // Where the application looks by itself, so no secret shows in the list of processes.
            try (var out = Files.newBufferedWriter(
                    Files.createDirectories(folder.resolve("config")).resolve("application.properties"))) {
                all.store(out, null);
            }
            log = folder.resolve("log");
            var command = new ArrayList<>(List.of(JAVA, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            command.addAll(launch);
            command.addAll(arguments);
            process = Leash.start(command, folder, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String listening() {
        var found = LISTENING.matcher(log());
        if (found.find()) {
            return "http://localhost:" + found.group(2);
        }
        if (!isAlive()) {
            died();
        }
        return "";
    }

    private int died() {
        throw new IllegalStateException("The application ended; its log " + log + " says:\n" + log());
    }

    private int status(String path) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(url + path))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
