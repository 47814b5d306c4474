package org.muster.command;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Starts Muster. With the name of a {@link Command} as its first word it serves nothing: it does what the command says and ends with the
 * command's exit code, while other replicas go on serving. Ends with 2 when there is no such command.
 */
@QuarkusMain
public class CommandLine {

    /** No port, no delivering, no keeping, no sealing, no listening: those are for the replicas that serve. */
    private static final Map<String, String> ONLY_THE_COMMAND = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "muster.outbox.enabled", "false",
            "muster.live.enabled", "false",
            "muster.search.keep-index", "false");

    public static void main(String... args) {
        if (args.length > 0 && !args[0].startsWith("-")) {
            ONLY_THE_COMMAND.forEach(System::setProperty);
            Quarkus.run(OneCommand.class, args);
        } else {
            Quarkus.run(args);
        }
    }

    /** Runs the command that was named; asked for by its class at run time, which no injection point shows. */
    @Singleton
    @Unremovable
    public static class OneCommand implements QuarkusApplication {

        static final int NO_SUCH_COMMAND = 2;

        private static final Logger LOG = Logger.getLogger(CommandLine.class);

        private final List<Command> commands;

        OneCommand(@All List<Command> commands) {
            this.commands = commands;
        }

        @Override
        public int run(String... args) {
            Optional<Command> named = commands.stream()
                    .filter(command -> command.name().equals(args[0]))
                    .findFirst();
            if (named.isEmpty()) {
                LOG.errorf(
                        "There is no command %s, only %s",
                        args[0], commands.stream().map(Command::name).sorted().toList());
                return NO_SUCH_COMMAND;
            }
            return named.get().run(Arrays.asList(args).subList(1, args.length));
        }
    }
}
