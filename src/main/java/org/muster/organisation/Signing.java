package org.muster.organisation;

import io.smallrye.config.ConfigMapping;

/** The secret that signed links are made with. */
@ConfigMapping(prefix = "muster.signing")
public interface Signing {

    /** At least 32 characters; required in production, where no default exists. Changing it makes every link that is out invalid. */
    String key();
}
