package org.muster.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on loopback, which refuses whom it is told to refuse. */
final class PostOffice implements AutoCloseable {

    /** A mail as it came, of one envelope. */
    record Received(String sender, String recipient, byte[] content) {

        MimeMessage message() throws MessagingException {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
        }

        String header(String name) throws MessagingException, IOException {
            String[] values = message().getHeader(name);
            return values == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(String.join(" | ", values)));
        }

        String text() throws MessagingException, IOException {
            MimeMessage message = message();
            try (InputStream text = MimeUtility.decode(message.getRawInputStream(), message.getEncoding())) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            }
        }
    }

    /** Of the only user it knows, who is called muster. */
    static final String PASSWORD = "right";

    private final AtomicInteger loggedIn = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, RejectException> refused = new ConcurrentHashMap<>();
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private final SMTPServer server;

    private PostOffice(int port) {
        server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName("localhost")
                .messageHandlerFactory(Counter::new)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("muster") || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                    loggedIn.incrementAndGet();
                }))
                .build();
        server.start();
    }

    static PostOffice open() {
        return new PostOffice(0);
    }

    /** Where another stood before. */
    static PostOffice openAt(int port) {
        return new PostOffice(port);
    }

    int port() {
        return server.getPortAllocated();
    }

    MailSettings settings() {
        return settings(port());
    }

    static MailSettings settings(int port) {
        return new At(port, Optional.empty(), MailSettings.Tls.NONE);
    }

    /** As the user muster. */
    MailSettings settings(String password) {
        return new At(port(), Optional.of(password), MailSettings.Tls.NONE);
    }

    /** By an encrypted connection, which this server does not offer. */
    MailSettings encrypted() {
        return new At(port(), Optional.of(PASSWORD), MailSettings.Tls.STARTTLS);
    }

    int loggedIn() {
        return loggedIn.get();
    }

    void refuse(String address, int code, String words) {
        refused.put(address, new RejectException(code, words));
    }

    void accept(String address) {
        refused.remove(address);
    }

    /** From now on reads what comes and does not answer before the latch opens. */
    void answerAfter(CountDownLatch latch) {
        answers = latch;
    }

    /** Waits until somebody has handed something over. */
    void awaitReading() throws InterruptedException {
        reading.await();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Counter implements MessageHandler {

        private String from = "";
        private String to = "";

        private Counter(MessageContext context) {}

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            RejectException refusal = refused.get(recipient);
            if (refusal != null) {
                throw refusal;
            }
            to = recipient;
        }

        @Override
        public String data(InputStream content) throws IOException {
            byte[] all = content.readAllBytes();
            reading.countDown();
            try {
                answers.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            received.add(new Received(from, to, all));
            return "Ok";
        }

        @Override
        public void done() {}
    }

    /** The settings of whoever hands letters in here: three attempts, a minute and then two between them. */
    private record At(int port, Optional<String> password, Tls tls) implements MailSettings {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public Optional<String> user() {
            return password.map(set -> "muster");
        }

        @Override
        public Optional<String> from() {
            return Optional.of("Muster <muster@example.org>");
        }

        @Override
        public Optional<URI> site() {
            return Optional.of(URI.create("https://muster.example.org/"));
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration firstPause() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(20);
        }

        @Override
        public Duration lookEvery() {
            return Duration.ofSeconds(5);
        }
    }
}
