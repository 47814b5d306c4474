package org.muster.devstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The three servers. A shutdown hook stops them when the JVM ends, and a second start in the same JVM adopts what runs.
 */
final class Servers {

    private static final Logger LOG = Logger.getLogger("org.muster.devstack");
    static final Map<String, String> SECRETS = Map.of(
            "quarkus.datasource.password", PostgreSql.PASSWORD,
            "quarkus.flyway.password", PostgreSql.PASSWORD,
            "quarkus.oidc.credentials.secret", Keycloak.CLIENT_SECRET,
            "quarkus.oidc-client.credentials.secret", Keycloak.SERVICE_SECRET);

    private static final String LOCKED = "org.muster.devstack.locked.";

    private final Path state;
    private final Mode mode;
    private final PostgreSql postgreSql;
    private final Elasticsearch elasticsearch;
    private final Keycloak keycloak;
    private int applicationPort;

    Servers(ProjectFolder project, Mode mode) {
        this(project, mode, "");
    }

    /** @param lane a name for those of several that run beside each other in one mode; empty for the only ones */
    Servers(ProjectFolder project, Mode mode, String lane) {
        this.state = project.state(lane.isEmpty() ? mode.folder() : mode.folder() + "-" + lane);
        this.mode = mode;
        this.postgreSql = new PostgreSql(project, state, mode);
        this.elasticsearch = new Elasticsearch(project, state, mode);
        this.keycloak = new Keycloak(project, state, mode);
    }

    void start() {
        lock();
        var port = mode == Mode.DEV ? ApplicationPort.reserve() : null;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "muster-devstack-stop"));
        for (var server : all()) {
            server.adoptOrReserve();
        }
        LOG.info("Starting PostgreSQL, Elasticsearch and Keycloak (the first time takes a minute or two)");
        var starts = new ArrayList<CompletableFuture<Void>>();
        for (var server : all()) {
            starts.add(CompletableFuture.runAsync(server::start, task -> new Thread(task, server.name()).start()));
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerFailure failure ? failure : e;
        }
        if (port != null) {
            applicationPort = port.release();
            Welcome.printOnceUp(applicationPort, keycloak.url());
        }
    }

    /** Each setting that leads to a server. */
    static Map<String, Function<Servers, String>> addresses() {
        return Map.of(
                "quarkus.datasource.jdbc.url", Servers::databaseUrl,
                "quarkus.flyway.jdbc-url", Servers::databaseUrl,
                "quarkus.elasticsearch.hosts", Servers::elasticsearchHost,
                "quarkus.oidc.auth-server-url", Servers::realmUrl,
                "quarkus.oidc-client.auth-server-url", Servers::realmUrl,
                "muster.keycloak.url", Servers::keycloakUrl);
    }

    String databaseUrl() {
        return postgreSql.url();
    }

    String elasticsearchHost() {
        return elasticsearch.host();
    }

    String keycloakUrl() {
        return keycloak.url();
    }

    String realmUrl() {
        return keycloak.realmUrl();
    }

    /** The server with that name. */
    Server named(String name) {
        return all().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServerFailure("There is no server called " + name + "."));
    }

    int applicationPort() {
        return applicationPort;
    }

    private List<Server> all() {
        return List.of(postgreSql, elasticsearch, keycloak);
    }

    private void stop() {
        var stops = new ArrayList<Thread>();
        for (var server : all()) {
            var stop = new Thread(server::stop, "stop " + server.name());
            stop.start();
            stops.add(stop);
        }
        for (var stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Two runs on the same data would each stop the other's servers. */
    @SuppressWarnings("resource") // held until the JVM ends
    private void lock() {
        // One lock a JVM, whichever class loader this class came from.
        if (System.getProperty(LOCKED + state) != null) {
            return;
        }
        try {
            Files.createDirectories(state);
            var channel = FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                if (mode == Mode.DEV) {
                    throw new ServerFailure(
                            "Muster already runs in development mode from this folder: stop that one first.");
                }
                LOG.info("Another test run uses this folder's servers: waiting for it to end");
                channel.lock();
            }
        } catch (IOException e) {
            throw new ServerFailure("The folder " + state + " cannot be used: " + e.getMessage(), e);
        }
        System.setProperty(LOCKED + state, "true");
    }
}
