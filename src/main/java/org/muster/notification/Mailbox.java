package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every message that was written, whatever way it goes. */
@ApplicationScoped
public class Mailbox {

    private final EntityManager database;
    private final MailDeliveries deliveries;
    private final MailSettings mail;

    Mailbox(EntityManager database, MailDeliveries deliveries, MailSettings mail) {
        this.database = database;
        this.deliveries = deliveries;
        this.mail = mail;
    }

    /** The newest messages, newest first. */
    @Transactional
    public List<StoredMessage> latest(int atMost) {
        return database.createNativeQuery("""
                        select id, to_name, channel, address, subject_zh, subject_en, body_zh, body_en, link, created_at
                        from message order by created_at desc, id limit :atMost
                        """, Object[].class)
                .setParameter("atMost", atMost)
                .getResultStream()
                .map(row -> stored((Object[]) row))
                .toList();
    }

    /**
     * Writes a message once, however often it is told.
     *
     * @param about what it tells of; one thing is told once at each address
     */
    @Transactional
    void write(String about, Recipient recipient, Letter letter, Instant now) {
        write(about, Optional.empty(), recipient, letter, now);
    }

    /**
     * As above.
     *
     * @param ask what it asks a supplier for; a mail of it is not sent once that is over
     */
    @Transactional
    void write(String about, Optional<UUID> ask, Recipient recipient, Letter letter, Instant now) {
        String one = about + " " + recipient.way() + " " + recipient.address();
        UUID id = UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8));
        int written = database.createNativeQuery("""
                        insert into message
                            (id, about, to_name, channel, address, subject_zh, subject_en, body_zh, body_en, link, created_at)
                        values
                            (:id, :about, :toName, :channel, :address, :subjectZh, :subjectEn, :bodyZh, :bodyEn, cast(:link as text), :now)
                        on conflict (id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("about", about)
                .setParameter("toName", recipient.name())
                .setParameter("channel", recipient.way().name())
                .setParameter("address", recipient.address())
                .setParameter("subjectZh", letter.subjectZh())
                .setParameter("subjectEn", letter.subjectEn())
                .setParameter("bodyZh", letter.bodyZh())
                .setParameter("bodyEn", letter.bodyEn())
                .setParameter("link", letter.link())
                .setParameter("now", now)
                .executeUpdate();
        if (written > 0 && recipient.way() == Way.EMAIL) {
            deliveries.add(id, ask, mail.sends() ? DeliveryState.WAITING : DeliveryState.KEPT, now);
        }
    }

    /** Of a row that begins with id, to_name, channel, address, subjects, bodies, link and created_at, in this order. */
    static StoredMessage stored(Object[] row) {
        return new StoredMessage(
                (UUID) row[0],
                (String) row[1],
                Way.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (@Nullable String) row[8],
                (Instant) row[9]);
    }
}
