package org.muster.devstack;

import io.quarkus.deployment.builditem.Startable;

/**
 * The three servers as one dev service.
 *
 * <p>They stop when the JVM ends, and only then: Quarkus closes a dev service between two test profiles, when starting
 * anew would cost a minute, and does not close one whose start failed. So closing does nothing.
 */
record DevService(Servers servers) implements Startable {

    @Override
    public void start() {
        servers.start();
    }

    @Override
    public void close() {
        // See above.
    }

    @Override
    public String getConnectionInfo() {
        return servers.databaseUrl() + ", " + servers.elasticsearchHost() + ", " + servers.keycloakUrl();
    }

    @Override
    public String getContainerId() {
        return "none";
    }
}
