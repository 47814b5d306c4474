package org.muster.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many pages are told, and how patiently. */
@ConfigMapping(prefix = "muster.live")
interface LiveConfig {

    /** Whether this replica listens and lets pages follow. */
    @WithDefault("true")
    boolean enabled();

    /** Pages that this replica tells at once; each costs a socket and some kilobytes. */
    @WithDefault("4000")
    int followers();

    /** Of one person, or of one address while nobody has signed in: many people share an office's address. */
    @WithDefault("100")
    int followersOfOne();

    /** Looks without being woken, should a NOTIFY ever be lost. */
    @WithDefault("PT1S")
    Duration poll();

    /** A sign of life to every page; live.js takes three times this for silence. */
    @WithDefault("15s")
    String beatEvery();

    /** A page comes back after this time, and is asked anew who is looking. */
    @WithDefault("PT15M")
    Duration longest();

    /** A page that has not taken a message for so long is let go; it comes back when it can. */
    @WithDefault("PT45S")
    Duration patience();

    /** How long notices are kept for pages that come back. After longer every topic counts as changed. */
    @WithDefault("PT1H")
    Duration keep();
}
