package org.muster.devstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Tells, once the application listens, where it is and who can sign in. */
final class Welcome {

    private static final long PAUSE_MILLIS = 300;

    private Welcome() {}

    static void printOnceUp(int port, String keycloak) {
        var thread = new Thread(() -> waitAndPrint(port, keycloak), "muster-welcome");
        thread.setDaemon(true);
        thread.start();
    }

    private static void waitAndPrint(int port, String keycloak) {
        try {
            while (!listens(port)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // Not System.out, which would write question marks for Chinese where the locale is plain C.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.printf("""

                ────────────────────────────────────────────────────────────────────
                  Muster is up:   http://localhost:%d

                  Sign in as      supplier-wang      王建国   supplier
                                  buyer-li           李敏     buyer
                                  liaison-zhao       赵倩     liaison
                                  coordinator-chen   陈静     coordinator
                                  operator-sun       孙磊     operator
                                  newcomer           新用户   no organisation yet
                  Password        muster-dev   (each of them)

                  Keycloak admin  %s/admin   admin / muster-dev
                  Stop            Ctrl-C; the servers stop too
                ────────────────────────────────────────────────────────────────────

                """, port, keycloak);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
