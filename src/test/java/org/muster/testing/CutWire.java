package org.muster.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire between a browser and the application that can be cut and mended. */
public final class CutWire implements AutoCloseable {

    private final URI application = URI.create(SignIn.applicationUrl());
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private CutWire() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        begin(this::answer);
    }

    public static CutWire laid() {
        try {
            return new CutWire();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's address through the wire. */
    public String url() {
        return "http://" + application.getHost() + ":" + door.getLocalPort();
    }

    /** Everything that is under way is lost, and nothing comes through. */
    public void cut() {
        cut = true;
        open.forEach(CutWire::close);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    /** What was sent to the application as text, piece by piece. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (cut) {
                    close(near);
                    continue;
                }
                Socket far = new Socket(application.getHost(), application.getPort());
                open.add(near);
                open.add(far);
                begin(() -> carry(near, far, true));
                begin(() -> carry(far, near, false));
            } catch (IOException over) {
                // Closed, or a connection that came to nothing.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean noted) {
        byte[] piece = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (noted) {
                    sent.add(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
                }
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException over) {
            // Cut, or ended by either side.
        }
        close(from);
        close(to);
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is closed.
        }
    }
}
