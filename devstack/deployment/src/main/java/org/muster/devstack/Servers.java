package org.muster.devstack;

import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * The three servers as one dev service.
 *
 * <p>They stop when the JVM ends, and only then: Quarkus closes a dev service between two test profiles, when starting
 * anew would cost a minute, and does not close one whose start failed. So closing does nothing, a shutdown hook does
 * it all, and a second start in the same JVM adopts what runs.
 */
final class Servers implements Startable {

    private static final Logger LOG = Logger.getLogger("org.muster.devstack");
    private static final String LOCKED = "org.muster.devstack.locked.";

    private final Path state;
    private final Mode mode;
    private final PostgreSql postgreSql;
    private final Elasticsearch elasticsearch;
    private final Keycloak keycloak;
    private int applicationPort;

    Servers(ProjectFolder project, Mode mode) {
        this.state = project.state(mode.folder());
        this.mode = mode;
        this.postgreSql = new PostgreSql(project, state, mode);
        this.elasticsearch = new Elasticsearch(project, state, mode);
        this.keycloak = new Keycloak(project, state, mode);
    }

    @Override
    public void start() {
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

    @Override
    public void close() {
        // See above.
    }

    @Override
    public String getConnectionInfo() {
        return databaseUrl() + ", " + elasticsearchHost() + ", " + keycloakUrl();
    }

    @Override
    public String getContainerId() {
        return "none";
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
