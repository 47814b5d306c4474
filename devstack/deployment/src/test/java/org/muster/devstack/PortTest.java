package org.muster.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two runs on one machine never want the same port, also not in the moment between a placeholder and its server. */
class PortTest {

    private static final int PREFERRED = 21_500;

    @Test
    void a_port_let_go_for_its_server_is_given_to_nobody_else() throws Exception {
        var mine = Port.reserve(PREFERRED);
        var number = mine.release();

        assertThat(anotherRun(number)).isNotEqualTo(number);
        var next = Port.reserve(number);
        assertThat(next.number()).as("within this run").isNotEqualTo(number);

        next.giveUp();
        mine.giveUp();
        assertThat(anotherRun(number)).as("given up").isEqualTo(number);
    }

    @Test
    void a_port_that_something_foreign_listens_on_is_passed_over() throws IOException {
        var free = Port.reserve(PREFERRED);
        free.giveUp();
        try (var foreign = new ServerSocket(free.number(), 1, InetAddress.getLoopbackAddress())) {
            var other = Port.reserve(free.number());
            assertThat(other.number()).isNotEqualTo(foreign.getLocalPort());
            other.giveUp();
        }
    }

    private static int anotherRun(int preferred) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherRun.class.getName(),
                        Integer.toString(preferred))
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        process.waitFor();
        return Integer.parseInt(said.strip());
    }

    static final class AnotherRun {
        public static void main(String... arguments) {
            System.out.println(Port.reserve(Integer.parseInt(arguments[0])).number());
        }
    }
}
