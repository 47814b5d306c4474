package org.muster.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.muster.command.Command;

/** {@code rebuild-search}: builds the search index from PostgreSQL and puts it in force, while other replicas go on serving. */
@Singleton
class RebuildSearch implements Command {

    private static final Logger LOG = Logger.getLogger(RebuildSearch.class);

    private final SearchIndex index;

    RebuildSearch(SearchIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "rebuild-search";
    }

    @Override
    public int run(List<String> words) {
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
