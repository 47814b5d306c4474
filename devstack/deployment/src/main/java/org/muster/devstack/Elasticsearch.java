package org.muster.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Elasticsearch node without security, since it listens to this machine alone. */
final class Elasticsearch extends Server {

    private final Path distribution;

    Elasticsearch(ProjectFolder project, Path state, Mode mode) {
        super("Elasticsearch", state, mode.port(9200), mode.port(9300));
        this.distribution = Folders.only(project.distributions(), "elasticsearch-");
    }

    @Override
    void prepare() throws IOException {
        endOrphan();
        Files.createDirectories(folder().resolve("tmp"));
        Folders.delete(configuration());
        Folders.copy(distribution.resolve("config"), configuration(), ".none", ".none");
        Files.writeString(configuration().resolve("elasticsearch.yml"), """
                cluster.name: muster
                node.name: muster
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                path.data: %s
                path.logs: %s
                xpack.security.enabled: false
                # A laptop's disk is often nearly full, and a full one would turn every index read-only.
                cluster.routing.allocation.disk.threshold_enabled: false
                # No index appears because of a misspelt name.
                action.auto_create_index: false
                """.formatted(
                        port(), port(1), folder().resolve("data"), folder().resolve("logs")));
    }

    @Override
    List<String> command() {
        return OrdinaryUser.command(List.of(
                distribution.resolve("bin/elasticsearch").toString(),
                "-p",
                ownNote().toString()));
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", configuration().toString(),
                "ES_TMPDIR", folder().resolve("tmp").toString(),
                "ES_JAVA_OPTS", "-Xms384m -Xmx384m -XX:TieredStopAtLevel=1",
                "CLI_JAVA_OPTS", "-Xmx64m -XX:TieredStopAtLevel=1");
    }

    /** The root page does not answer in this distribution; the health of the cluster does. */
    @Override
    boolean isHealthy() {
        return answersOk(url() + "/_cluster/health?wait_for_status=yellow&timeout=2s");
    }

    String host() {
        return "127.0.0.1:" + port();
    }

    private String url() {
        return "http://" + host();
    }

    private Path configuration() {
        return folder().resolve("config");
    }

    private Path ownNote() {
        return folder().resolve("elasticsearch.pid");
    }

    /** The node is a child of the process we start; when that one was killed alone, the node still holds the data. */
    private void endOrphan() throws IOException {
        if (!Files.exists(ownNote())) {
            return;
        }
        var pid = Long.parseLong(Files.readString(ownNote()).strip());
        ProcessHandle.of(pid)
                .filter(process -> process.info().commandLine().orElse("").contains(distribution.toString()))
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
        Files.delete(ownNote());
    }
}
