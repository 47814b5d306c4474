package org.muster.devstack;

/** Development and tests have servers, data and ports of their own, so that a test run never touches what a person made. */
enum Mode {
    DEV("dev", 0),
    TEST("test", 100),
    /** For tests that kill servers: these keep what they acknowledged, as in production. */
    CRASH("crash", 200);

    private final String folder;
    private final int portOffset;

    Mode(String folder, int portOffset) {
        this.folder = folder;
        this.portOffset = portOffset;
    }

    String folder() {
        return folder;
    }

    int port(int preferredInDevelopment) {
        return preferredInDevelopment + portOffset;
    }
}
