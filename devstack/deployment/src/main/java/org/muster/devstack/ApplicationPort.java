package org.muster.devstack;

import org.eclipse.microprofile.config.ConfigProvider;

/** Where the application itself listens in development: the usual port, or the next free one. */
final class ApplicationPort {

    private static final String PROPERTY = "quarkus.http.port";
    private static final int USUAL = 8080;

    private ApplicationPort() {}

    /** Whether nobody has chosen a port: a choice on the command line or in the environment stands, even when taken. */
    static boolean isOurs() {
        var configured = ConfigProvider.getConfig().getConfigValue(PROPERTY);
        return configured.getRawValue() == null || configured.getSourceOrdinal() < 100;
    }

    static Port reserve() {
        return Port.reserve(USUAL);
    }
}
