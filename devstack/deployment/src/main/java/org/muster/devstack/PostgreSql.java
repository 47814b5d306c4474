package org.muster.devstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL with the database {@code muster}, its owner, who migrates, and the application's role, which may not. */
final class PostgreSql extends Server {

    /** For a server on the loopback address that holds sample data; production sets its own. */
    static final String PASSWORD = "muster-dev";

    private static final String OWNER = "muster_owner";
    private static final String APPLICATION = "muster_app";

    private final Path distribution;
    private final Mode mode;

    PostgreSql(ProjectFolder project, Path state, Mode mode) {
        super("PostgreSQL", state, mode.port(5433));
        this.distribution = Folders.only(project.distributions(), "postgresql-");
        this.mode = mode;
    }

    @Override
    void prepare() throws IOException, InterruptedException {
        unpackBinaries();
        if (Files.exists(data())) {
            return;
        }
        // Under another name until it is whole, so that an interrupted start leaves nothing that looks ready.
        var fresh = folder().resolve("data.new");
        Folders.delete(fresh);
        var password = Files.writeString(folder().resolve("password"), PASSWORD);
        run(
                OrdinaryUser.command(List.of(
                        binary("initdb"),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // The same order of strings on every machine; pages sort Chinese names by an ICU collation.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync")),
                environment(),
                "");
        Files.delete(password);
        singleUser(
                fresh,
                "postgres",
                "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE DATABASE muster OWNER " + OWNER);
        singleUser(
                fresh,
                "muster",
                "GRANT USAGE ON SCHEMA public TO " + APPLICATION,
                // A migration takes rights away again where rows may only be added, as in a ledger.
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + OWNER + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
                        + APPLICATION,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + OWNER + " GRANT USAGE ON SEQUENCES TO " + APPLICATION);
        Files.move(fresh, data());
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(List.of(
                binary("postgres"),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
        if (mode == Mode.TEST) {
            // Test data need not survive a power cut.
            command.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        return OrdinaryUser.command(command);
    }

    @Override
    Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }

    /** The server's own note says "ready" on its eighth line, which is what its tools go by as well. */
    @Override
    boolean isHealthy() {
        try {
            var lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() >= 8
                    && lines.get(3).equals(Integer.toString(port()))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The polite signal would wait for every connection to close; this one closes them and still loses nothing. */
    @Override
    void askToStop(ProcessHandle running) {
        signal("-INT", running);
    }

    /** What {@code pg_ctl stop -m immediate} sends: all its processes end at once, and the next start recovers from the log. */
    @Override
    void strike(ProcessHandle running) {
        signal("-QUIT", running);
    }

    private static void signal(String signal, ProcessHandle running) {
        try {
            var kill = new ProcessBuilder("kill", signal, Long.toString(running.pid())).start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException noSuchTool) {
            running.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/muster";
    }

    private Path data() {
        return folder().resolve("data");
    }

    private String binary(String name) {
        return distribution.resolve("server/bin").resolve(name).toString();
    }

    /** Statements before the server has a port: one a line. Without the option an error would only show in the log. */
    private void singleUser(Path data, String database, String... statements) throws IOException, InterruptedException {
        run(
                OrdinaryUser.command(List.of(
                        binary("postgres"), "--single", "-D", data.toString(), "-c", "exit_on_error=true", database)),
                environment(),
                String.join("\n", statements) + "\n");
    }

    private void unpackBinaries() throws IOException {
        var target = distribution.resolve("server");
        if (Files.exists(target)) {
            return;
        }
        var archive = Folders.only(distribution, "postgres-");
        var fresh = Files.createTempDirectory(distribution, "server-");
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, target);
        } catch (IOException alreadyThere) {
            // Development and tests may unpack at the same moment; both have the same files.
            Folders.delete(fresh);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive wants to write outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
