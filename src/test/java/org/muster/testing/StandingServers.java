package org.muster.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Elasticsearch and Keycloak for the packaged application, in a process of their own that ends with this JVM;
 * with state and ports of their own, and with PostgreSQL set up as in production, since it is crashed here.
 */
public final class StandingServers implements AutoCloseable {

    /** By hand from an editor: the folder of devstack's classes and what they need is not known there. */
    private static final String LAUNCHER = "org.muster.devstack.Alone";

    /** For the first start of a test: the servers keep what an earlier run left. */
    public static final Map<String, String> EMPTY =
            Map.of("quarkus.flyway.clean-at-start", "true", "muster.search.rebuild-at-start", "true");

    private static @Nullable StandingServers shared;

    private final Process launcher;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final Map<String, String> settings = new TreeMap<>();

    private StandingServers(Process launcher) {
        this.launcher = launcher;
        this.answers = new BufferedReader(new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintStream(launcher.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** The same ones for all tests of this JVM: starting them takes longer than most tests. */
    public static synchronized StandingServers shared() {
        var running = shared == null ? start(List.of()) : shared;
        shared = running;
        return running;
    }

    /**
     * Instead of the shared ones, for as long as this JVM lives: with PostgreSQL on a disk of this size. Needs a mount namespace of its
     * own; empty where the machine does not allow one.
     */
    public static Optional<StandingServers> onSmallDisk(int megabytes) {
        var place = Path.of("..", ".devstack", "state", "crash-" + RunningApplication.LANE, "postgresql")
                .toAbsolutePath()
                .normalize();
        var namespace = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
        var mount =
                "mkdir -p '" + place + "' && mount -t tmpfs -o mode=700,size=" + megabytes + "m tmpfs '" + place + "'";
        if (!succeeds(namespace, mount)) {
            return Optional.empty();
        }
        endShared();
        return Optional.of(start(namespace, mount + " && exec \"$@\"", "sh"));
    }

    private static synchronized void endShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    private static boolean succeeds(List<String> namespace, String script) {
        var command = new ArrayList<>(namespace);
        command.add(script);
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchTool) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StandingServers start(List<String> namespace, String... more) {
        try {
            var folder = Files.createDirectories(RunningApplication.FOLDER);
            var command = new ArrayList<>(namespace);
            command.addAll(List.of(more));
            command.addAll(List.of(
                    RunningApplication.JAVA,
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dorg.jboss.logging.provider=jdk",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LAUNCHER,
                    Path.of("").toAbsolutePath().toString(),
                    RunningApplication.LANE));
            var launcher = new ProcessBuilder(command)
                    .redirectError(folder.resolve("servers.log").toFile())
                    .start();
            var servers = new StandingServers(launcher);
            for (var line = servers.next(); !line.equals("ready"); line = servers.next()) {
                var setting = line.split("=", 2);
                servers.settings.put(setting[0], setting[1]);
            }
            return servers;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the application has to be told to find them. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    public String setting(String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /** As {@code pg_ctl stop -m immediate}: every connection breaks, nothing is written any more. */
    public void crashPostgreSql() {
        order("crash PostgreSQL");
    }

    /** Recovers what was acknowledged, on the same port. */
    public void startPostgreSql() {
        order("start PostgreSQL");
    }

    /** Nothing more can be written; only on a small disk. */
    public void fillDisk() {
        order("fill PostgreSQL");
    }

    /** There is room again, and whoever died of the lack of it is started. */
    public void emptyDisk() {
        order("empty PostgreSQL");
        order("start PostgreSQL");
    }

    /** The servers end, and with them what was on a small disk. */
    @Override
    public void close() {
        orders.close();
        try {
            launcher.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            launcher.destroyForcibly();
        }
    }

    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.flyway.jdbc-url"), "muster_owner", setting("quarkus.flyway.password"));
    }

    /** May end the connections of everybody. */
    public Connection asAdministrator() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.flyway.jdbc-url"), "postgres", setting("quarkus.flyway.password"));
    }

    private synchronized void order(String order) {
        orders.println(order);
        try {
            var answer = next();
            if (!answer.equals("done")) {
                throw new AssertionError(order + ": " + answer.replace('|', '\n'));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String next() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new AssertionError("The servers could not be started; "
                    + Files.readString(RunningApplication.FOLDER.resolve("servers.log")));
        }
        return line;
    }
}
