package org.muster.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox works its channels. */
@ConfigMapping(prefix = "muster.outbox")
interface OutboxConfig {

    /** Whether this replica delivers; it always writes. */
    @WithDefault("true")
    boolean enabled();

    /** How often to look without being woken: for what other replicas wrote and for what is due again. */
    @WithDefault("PT1S")
    Duration poll();

    /** Most events handed to a channel at once; one bulk request of the index holds them. */
    @WithDefault("500")
    int batch();

    /** With the pauses below the last of twelve attempts comes after some two hours. */
    @WithDefault("12")
    int attempts();

    @WithDefault("PT1S")
    Duration firstPause();

    @WithDefault("PT20M")
    Duration longestPause();

    /** The longest rest of a channel whose other side is away. */
    @WithDefault("PT30S")
    Duration longestRest();

    /** How long delivered events are kept for looking back. */
    @WithDefault("P7D")
    Duration keep();
}
