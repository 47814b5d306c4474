package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every message that was written, whatever way it goes. */
@ApplicationScoped
public class Mailbox {

    private final EntityManager database;

    Mailbox(EntityManager database) {
        this.database = database;
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
        String one = about + " " + recipient.way() + " " + recipient.address();
        database.createNativeQuery("""
                        insert into message
                            (id, about, to_name, channel, address, subject_zh, subject_en, body_zh, body_en, link, created_at)
                        values
                            (:id, :about, :toName, :channel, :address, :subjectZh, :subjectEn, :bodyZh, :bodyEn, cast(:link as text), :now)
                        on conflict (id) do nothing
                        """)
                .setParameter("id", UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8)))
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
    }

    private static StoredMessage stored(Object[] row) {
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
