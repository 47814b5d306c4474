package org.muster.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The servers without the application, for tests that start, kill and restart the packaged one, and the servers as well.
 *
 * <p>Writes the settings that lead to them, one a line, then {@code ready}. Then it obeys: {@code crash PostgreSQL},
 * {@code stop Elasticsearch}, {@code start Keycloak}, {@code fill PostgreSQL} and {@code empty PostgreSQL}, which are about the
 * disk it writes to; each is answered by {@code done}, or by {@code failed} and why.
 * When its input ends, be it that whoever started it was killed, the servers stop.
 *
 * <p>Arguments: a folder in the project, and the name of the lane, since several may run beside each other, each with its own state.
 */
public final class Alone {

    private static final long SMALL_DISK = 1L << 30;

    private Alone() {}

    public static void main(String... arguments) throws IOException {
        var servers = new Servers(ProjectFolder.above(Path.of(arguments[0])), Mode.CRASH, arguments[1]);
        servers.start();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Servers.SECRETS.forEach((name, value) -> out.println(name + "=" + value));
            Servers.addresses().forEach((name, value) -> out.println(name + "=" + value.apply(servers)));
            out.println("ready");
            for (var order = in.readLine(); order != null; order = in.readLine()) {
                out.println(answer(servers, order));
            }
        }
        // The shutdown hook stops them.
        System.exit(0);
    }

    private static String answer(Servers servers, String order) {
        var words = order.split(" ", 2);
        try {
            var server = servers.named(words[words.length - 1]);
            switch (words[0]) {
                case "crash" -> server.crash();
                case "stop" -> server.stop();
                case "start" -> server.start();
                case "fill" -> fill(balloon(server));
                case "empty" -> Files.deleteIfExists(balloon(server));
                default -> throw new ServerFailure("There is no order " + order + ".");
            }
            return "done";
        } catch (ServerFailure | IOException failure) {
            return "failed " + String.valueOf(failure.getMessage()).replace('\n', '|');
        }
    }

    private static Path balloon(Server server) {
        return server.folder().resolve("balloon");
    }

    /** Until nothing more fits: only where the server has a small disk of its own, or the machine would go down with it. */
    private static void fill(Path balloon) throws IOException {
        if (Files.getFileStore(balloon.getParent()).getTotalSpace() > SMALL_DISK) {
            throw new ServerFailure(balloon.getParent() + " is no small disk of its own.");
        }
        var block = ByteBuffer.allocate(1 << 16);
        try (var channel = FileChannel.open(balloon, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Smaller and smaller, so that not one byte is left.
            for (var size = block.capacity(); size > 0; ) {
                try {
                    channel.write(block.clear().limit(size));
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }
}
