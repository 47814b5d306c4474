package org.muster.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How search treats its index. */
@ConfigMapping(prefix = "muster.search")
interface SearchConfig {

    /** Whether this replica sees to it that an index of the right shape is there. */
    @WithDefault("true")
    boolean keepIndex();

    /** Builds the index anew at every start, also when one is in force; for databases that are emptied between starts. */
    @WithDefault("false")
    boolean rebuildAtStart();

    /** How long searches go to PostgreSQL after the index failed, before one of them tries it again. */
    @WithDefault("PT2S")
    Duration pauseAfterFailure();
}
