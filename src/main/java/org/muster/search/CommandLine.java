package org.muster.search;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Starts Muster. With the word {@code rebuild-search} it serves nothing: it builds the search index from PostgreSQL, puts it in force and ends,
 * while other replicas go on serving. Ends with 0 when that was done, with 1 when it was not.
 */
@QuarkusMain
public class CommandLine {

    public static final String REBUILD_SEARCH = "rebuild-search";

    /** No port, no delivering, no keeping: those are for the replicas that serve. */
    private static final Map<String, String> ONLY_THE_COMMAND = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.scheduler.enabled", "false",
            "muster.outbox.enabled", "false",
            "muster.search.keep-index", "false");

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals(REBUILD_SEARCH)) {
            ONLY_THE_COMMAND.forEach(System::setProperty);
            Quarkus.run(RebuildSearch.class, args);
        } else {
            Quarkus.run(args);
        }
    }

    /** The command itself; asked for by its class at run time, which no injection point shows. */
    @Singleton
    @Unremovable
    public static class RebuildSearch implements QuarkusApplication {

        private static final Logger LOG = Logger.getLogger(CommandLine.class);

        private final SearchIndex index;

        RebuildSearch(SearchIndex index) {
            this.index = index;
        }

        @Override
        public int run(String... args) {
            try {
                Optional<Long> listings = index.rebuild("command");
                listings.ifPresentOrElse(
                        count -> LOG.infof("The search index holds %d listings", count),
                        () -> LOG.error("Another rebuild is under way"));
                return listings.isPresent() ? 0 : 1;
            } catch (IndexAway away) {
                LOG.errorf("The search index was not rebuilt: %s", away.getMessage());
                return 1;
            }
        }
    }
}
