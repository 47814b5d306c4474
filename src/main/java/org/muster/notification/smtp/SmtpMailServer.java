package org.muster.notification.smtp;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muster.notification.Mail;
import org.muster.notification.MailAnswer;
import org.muster.notification.MailAnswer.Kind;
import org.muster.notification.MailServer;
import org.muster.notification.MailSettings;

/** A mail server that is spoken to by SMTP. */
@ApplicationScoped
public class SmtpMailServer implements MailServer {

    /** No quoted names, no lists, nothing that could end a command. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");

    private static final Pattern CODE = Pattern.compile("^\\d{3}[ -]");

    /** These are about who sends, not about the letter: another letter would be refused as well. */
    private static final Pattern ABOUT_US =
            Pattern.compile("(?s)(sender address not accepted|AUTH .*failed|HELO failed|STARTTLS required).*");

    private final Vertx vertx;
    private final MailSettings settings;

    public SmtpMailServer(Vertx vertx, MailSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    @Override
    public MailAnswer send(Mail mail) {
        if (!ADDRESS.matcher(mail.address()).matches()) {
            return new MailAnswer(Kind.NEVER, Optional.empty(), "No address of a mailbox: " + mail.address());
        }
        // One for each letter: closing it ends whatever is left of the conversation, and no letter waits for a
        // connection that another one lost.
        MailClient client = MailClient.create(vertx, config());
        try {
            client.sendMail(message(mail))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new MailAnswer(Kind.TAKEN, Optional.of(250), "");
        } catch (ExecutionException failure) {
            return answer(Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (TimeoutException silence) {
            return new MailAnswer(Kind.AWAY, Optional.empty(), "No answer in time");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new MailAnswer(Kind.AWAY, Optional.empty(), "Stopped while sending");
        } finally {
            client.close();
        }
    }

    private static MailAnswer answer(Throwable failure) {
        String said = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        if (!(failure instanceof SMTPException answered)) {
            return new MailAnswer(Kind.AWAY, Optional.empty(), said);
        }
        List<String> lines = Objects.requireNonNullElse(answered.getReplyMessages(), List.of());
        String text = lines.stream()
                .map(line -> CODE.matcher(line).replaceFirst("").strip())
                .collect(Collectors.joining(" "));
        Kind kind = Kind.LATER;
        if (ABOUT_US.matcher(said).matches() || answered.getReplyCode() == 421) {
            kind = Kind.AWAY;
        } else if (answered.isPermanent()) {
            kind = Kind.NEVER;
        }
        return new MailAnswer(kind, Optional.of(answered.getReplyCode()), text.isEmpty() ? said : text);
    }

    private MailMessage message(Mail mail) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add(
                        "Message-ID",
                        "<" + mail.id() + "@" + settings.site().orElseThrow().getHost() + ">")
                .add("To", EncodedWords.write(mail.toName()) + " <" + mail.address() + ">")
                .add("Subject", EncodedWords.write(mail.subject()))
                .add("Content-Language", mail.languages())
                .add("Auto-Submitted", "auto-generated");
        return new MailMessage()
                .setFrom(settings.from().orElseThrow())
                .setTo(mail.address())
                .setText(mail.text())
                .setHeaders(headers);
    }

    private MailConfig config() {
        int patience = Math.toIntExact(settings.timeout().toMillis());
        MailConfig config = new MailConfig()
                .setHostname(settings.host().orElseThrow())
                .setPort(settings.port())
                .setOwnHostname(settings.site().orElseThrow().getHost())
                .setSsl(settings.tls() == MailSettings.Tls.TLS)
                .setStarttls(
                        settings.tls() == MailSettings.Tls.STARTTLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setLogin(settings.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setKeepAlive(false)
                .setMaxPoolSize(1)
                .setConnectTimeout(patience)
                .setIdleTimeout(patience)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        if (settings.tls() != MailSettings.Tls.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
        }
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        return config;
    }
}
