package org.muster.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Over the whole demo market: what other tests wrote would be in the way of these, and theirs in the way of the others. So the
 * application is started once more for them, over empty servers, when the others have ended; tests that enter the demo market name it:
 *
 * <pre>{@code
 * @QuarkusTest
 * @TestProfile(DemoMarket.class)
 * }</pre>
 */
public final class DemoMarket implements QuarkusTestProfile {}
