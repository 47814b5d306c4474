package org.muster.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback address, kept occupied until the server it is meant for starts. */
final class Port {

    /** How many neighbours are tried; a machine with that many servers in a row gets any free port. */
    private static final int NEIGHBOURS = 50;

    private final ServerSocket placeholder;

    private Port(ServerSocket placeholder) {
        this.placeholder = placeholder;
    }

    static Port reserve(int preferred) {
        for (var number = preferred; number < preferred + NEIGHBOURS; number++) {
            try {
                return new Port(new ServerSocket(number, 1, InetAddress.getLoopbackAddress()));
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        try {
            return new Port(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException none) {
            throw new UncheckedIOException("No free port on the loopback address", none);
        }
    }

    int number() {
        return placeholder.getLocalPort();
    }

    int release() {
        var number = number();
        try {
            placeholder.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return number;
    }
}
