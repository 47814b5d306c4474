package org.muster.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the trail is sealed and looked after. */
@ConfigMapping(prefix = "muster.audit")
interface AuditConfig {

    /** Until an entry is sealed, a change of it would not show: the shorter the better. */
    @WithDefault("5s")
    String sealEvery();

    /** Entries of one seal at most; its fingerprints are 32 bytes each. */
    @WithDefault("1000")
    int sealed();

    /** The whole chain is verified when nobody has done so for this long. */
    @WithDefault("P1D")
    Duration verifyAfter();

    /**
     * An entry may be older than one sealed before it by as long as a transaction may run, and replicas' clocks may differ: more than this
     * was dated back or ahead.
     */
    @WithDefault("PT1H")
    Duration tolerance();
}
