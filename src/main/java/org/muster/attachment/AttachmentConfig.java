package org.muster.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "muster.attachment")
interface AttachmentConfig {

    /** Room for every certificate and photo of a large group, and none for a file store. */
    @WithDefault("1073741824")
    long bytesPerOrganisation();

    /** How long a file of an unfinished form waits. */
    @WithDefault("P1D")
    Duration unusedFor();
}
