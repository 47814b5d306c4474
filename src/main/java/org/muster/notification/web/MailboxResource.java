package org.muster.notification.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.notification.Mailbox;
import org.muster.notification.StoredMessage;
import org.muster.notification.Way;
import org.muster.shell.Language;

/** What was written to whom; in development and tests only, since it shows links that open doors. */
@Path("/dev/mailbox")
class MailboxResource {

    private static final int SHOWN = 50;

    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance mailbox(List<Line> messages);
    }

    /** A message in the reader's language. */
    record Line(
            String id,
            String toName,
            Way way,
            String address,
            String subject,
            String body,
            @Nullable String link,
            Instant at) {}

    private final Mailbox mailbox;
    private final Language language;

    MailboxResource(Mailbox mailbox, Language language) {
        this.mailbox = mailbox;
        this.language = language;
    }

    @GET
    public TemplateInstance show() {
        return Templates.mailbox(mailbox.latest(SHOWN).stream().map(this::line).toList());
    }

    private Line line(StoredMessage message) {
        boolean chinese = language.isChinese();
        return new Line(
                message.id().toString(),
                message.toName(),
                message.way(),
                message.address(),
                chinese ? message.subjectZh() : message.subjectEn(),
                chinese ? message.bodyZh() : message.bodyEn(),
                message.link(),
                message.createdAt());
    }
}
