package org.muster.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback address, kept occupied until the server it is meant for starts.
 *
 * <p>Between the moment a placeholder lets go and the moment the server binds, the port looks free to everybody. So each
 * port in use also has a locked file, which all runs on this machine respect; the system drops the lock of a killed JVM.
 */
final class Port {

    /** How many neighbours are tried; a machine with that many servers in a row gets any free port. */
    private static final int NEIGHBOURS = 50;

    private static final int ATTEMPTS_AT_ANY = 20;
    private static final String HELD = "org.muster.devstack.port.";

    private final int number;
    private final ServerSocket placeholder;
    private final FileChannel lock;

    private Port(ServerSocket placeholder, FileChannel lock) {
        this.number = placeholder.getLocalPort();
        this.placeholder = placeholder;
        this.lock = lock;
    }

    static Port reserve(int preferred) {
        for (var number = preferred; number < preferred + NEIGHBOURS; number++) {
            var port = take(number);
            if (port != null) {
                return port;
            }
        }
        for (var attempt = 0; attempt < ATTEMPTS_AT_ANY; attempt++) {
            var port = take(anyFree());
            if (port != null) {
                return port;
            }
        }
        throw new ServerFailure("No free port on the loopback address");
    }

    int number() {
        return number;
    }

    /** Lets the server bind it. No other run takes it meanwhile, nor as long as this JVM lives or until it is given up. */
    int release() {
        try {
            placeholder.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return number;
    }

    /** Something foreign has it after all. */
    void giveUp() {
        unlock(lock, release());
    }

    /** The lock comes first: a placeholder bound for a moment only could be in the way of the server of another run. */
    private static @Nullable Port take(int number) {
        var lock = lock(number);
        if (lock == null) {
            return null;
        }
        try {
            return new Port(new ServerSocket(number, 1, InetAddress.getLoopbackAddress()), lock);
        } catch (IOException taken) {
            unlock(lock, number);
            return null;
        }
    }

    private static @Nullable FileChannel lock(int number) {
        // One lock a JVM, whichever class loader this class came from; opening the file again and closing it would
        // drop it.
        if (System.getProperty(HELD + number) != null) {
            return null;
        }
        try {
            var channel = FileChannel.open(file(number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return null;
            }
            System.setProperty(HELD + number, "true");
            return channel;
        } catch (IOException | OverlappingFileLockException somebodyElses) {
            return null;
        }
    }

    private static void unlock(FileChannel lock, int number) {
        System.clearProperty(HELD + number);
        try {
            lock.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** Every user of the machine writes there. The files stay: deleting one would let two runs lock two of one name. */
    private static Path file(int number) throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "muster-devstack-ports");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            open(folder, "rwxrwxrwx");
        }
        var file = folder.resolve(Integer.toString(number));
        if (!Files.exists(file)) {
            Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            open(file, "rw-rw-rw-");
        }
        return file;
    }

    private static void open(Path path, String permissions) throws IOException {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (UnsupportedOperationException otherFileSystem) {
            // Then there is nothing to open up.
        }
    }

    private static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port on the loopback address", none);
        }
    }
}
