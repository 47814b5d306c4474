package org.muster.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How to run a command so that it survives Ctrl-C in the terminal, and so that root, or a user without a name, appears to it as somebody else. */
final class OrdinaryUser {

    /**
     * PostgreSQL and Elasticsearch refuse user id 0, and initdb an id that the machine has no name for, as containers hand out. In a user namespace of its own the process sees id 1, while its
     * files still belong to root, so nothing has to change owner. The id has to be a mapped one: Elasticsearch's agent
     * cannot attach otherwise.
     */
    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--map-user=1", "--map-group=1");

    private OrdinaryUser() {}

    static List<String> command(List<String> command) {
        var whole = new ArrayList<>(ownSession());
        if (isRoot() || isNameless()) {
            if (!namespaceIsAllowed()) {
                throw new ServerFailure(
                        "PostgreSQL and Elasticsearch refuse to run as root or as a user without a name, and this machine does not let"
                                + " this one open a user namespace (unshare -U): run ./mvnw as an ordinary user.");
            }
            whole.addAll(NAMESPACE);
        }
        whole.addAll(command);
        return whole;
    }

    /** In a session of its own a server does not hear Ctrl-C: the application ends first, then stops it in order. */
    static List<String> ownSession() {
        return onPath("setsid") ? List.of("setsid") : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What Java calls a user id without an entry in the list of users. */
    private static boolean isNameless() {
        return "?".equals(System.getProperty("user.name"));
    }

    private static boolean namespaceIsAllowed() {
        var probe = new ArrayList<>(NAMESPACE);
        probe.add("true");
        try {
            var process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean onPath(String tool) {
        var path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
