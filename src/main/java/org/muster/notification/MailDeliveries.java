package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.muster.outbox.Outbox;

/** What became of letters that go by mail. */
@ApplicationScoped
@Transactional
public class MailDeliveries {

    /** A letter that is due, held by a row lock until the transaction ends. */
    record Due(StoredMessage message, Optional<UUID> ask, int attempts) {}

    private static final String MESSAGE =
            "m.id, m.to_name, m.channel, m.address, m.subject_zh, m.subject_en, m.body_zh,"
                    + " m.body_en, m.link, m.created_at";

    private static final String STANDING = ", d.state, d.attempts, d.code, d.answer, d.due_at, d.tried_at, d.sent_at";

    private final EntityManager database;
    private final Outbox outbox;

    MailDeliveries(EntityManager database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    void add(UUID message, Optional<UUID> ask, DeliveryState state, Instant now) {
        database.createNativeQuery("insert into mail_delivery (message_id, ask_id, state, due_at)"
                        + " values (:message, cast(nullif(:ask, '') as uuid), :state, :now)")
                .setParameter("message", message)
                .setParameter("ask", ask.map(UUID::toString).orElse(""))
                .setParameter("state", state.name())
                .setParameter("now", at(now))
                .executeUpdate();
    }

    /** The oldest that is due, unless another worker has it. */
    Optional<Due> claim(Instant now) {
        NativeQuery<Object[]> query = query("select " + MESSAGE + ", d.ask_id, d.attempts"
                + " from mail_delivery d join message m on m.id = d.message_id"
                + " where d.state = 'WAITING' and d.due_at <= :now order by d.due_at, d.message_id limit 1"
                + " for update of d skip locked");
        query.setParameter("now", at(now));
        query.addScalar("ask_id", UUID.class).addScalar("attempts", Integer.class);
        return query.getResultStream()
                .findFirst()
                .map(row -> new Due(Mailbox.stored(row), Optional.ofNullable((UUID) row[10]), (Integer) row[11]));
    }

    void sent(UUID message, MailAnswer answer, Instant now) {
        said(message, DeliveryState.SENT, answer, now, now);
    }

    void failed(UUID message, DeliveryState state, MailAnswer answer, Instant dueAgain, Instant now) {
        said(message, state, answer, dueAgain, now);
    }

    void lapsed(UUID message) {
        database.createNativeQuery("update mail_delivery set state = 'LAPSED' where message_id = :message")
                .setParameter("message", message)
                .executeUpdate();
    }

    private void said(UUID message, DeliveryState state, MailAnswer answer, Instant due, Instant now) {
        database.createNativeQuery("update mail_delivery set state = :state, attempts = attempts + 1,"
                        + " code = cast(nullif(:code, '') as integer), answer = :answer, due_at = :due, tried_at = :now,"
                        + " sent_at = case when :state = 'SENT' then cast(:now as timestamptz) end"
                        + " where message_id = :message")
                .setParameter("state", state.name())
                .setParameter("code", answer.code().map(Object::toString).orElse(""))
                .setParameter("answer", answer.text())
                .setParameter("due", at(due))
                .setParameter("now", at(now))
                .setParameter("message", message)
                .executeUpdate();
    }

    /** The newest, newest first. */
    public List<Delivery> latest(Optional<DeliveryState> state, int first, int atMost) {
        NativeQuery<Object[]> query = query("select " + MESSAGE + STANDING
                + " from mail_delivery d join message m on m.id = d.message_id"
                + " where :state in ('', d.state) order by m.created_at desc, m.id offset :first limit :atMost");
        query.setParameter("state", state.map(Enum::name).orElse(""))
                .setParameter("first", first)
                .setParameter("atMost", atMost);
        return deliveries(query);
    }

    public long count(Optional<DeliveryState> state) {
        return ((Number) database.createNativeQuery("select count(*) from mail_delivery where :state in ('', state)")
                        .setParameter("state", state.map(Enum::name).orElse(""))
                        .getSingleResult())
                .longValue();
    }

    public Optional<Delivery> byId(UUID message) {
        NativeQuery<Object[]> query = query("select " + MESSAGE + STANDING
                + " from mail_delivery d join message m on m.id = d.message_id where m.id = :message");
        query.setParameter("message", message);
        return deliveries(query).stream().findFirst();
    }

    /** The newest letter of each ask. */
    Map<UUID, Delivery> ofAsks(Collection<UUID> asks) {
        Map<UUID, Delivery> found = new HashMap<>();
        if (!asks.isEmpty()) {
            NativeQuery<Object[]> query = query("select distinct on (d.ask_id) " + MESSAGE + STANDING + ", d.ask_id"
                    + " from mail_delivery d join message m on m.id = d.message_id where d.ask_id in (:asks)"
                    + " order by d.ask_id, m.created_at desc, m.id");
            query.setParameterList("asks", asks);
            standing(query).addScalar("ask_id", UUID.class);
            query.getResultList().forEach(row -> found.put((UUID) row[17], delivery(row)));
        }
        return found;
    }

    /** Gives a letter new attempts, from now on. */
    public boolean again(UUID message, Instant now) {
        boolean due = database.createNativeQuery(
                                "update mail_delivery set state = 'WAITING', attempts = 0, due_at = :now"
                                        + " where message_id = :message and state in ('KEPT', 'WAITING', 'REFUSED', 'GIVEN_UP')")
                        .setParameter("now", at(now))
                        .setParameter("message", message)
                        .executeUpdate()
                == 1;
        if (due) {
            byId(message)
                    .ifPresent(one -> outbox.publish(
                            new LetterTriedAgain(message, one.message().toName())));
        }
        return due;
    }

    private NativeQuery<Object[]> query(String sql) {
        NativeQuery<Object[]> query =
                database.createNativeQuery(sql, Object[].class).unwrap(NativeQuery.class);
        return query.addScalar("id", UUID.class)
                .addScalar("to_name", String.class)
                .addScalar("channel", String.class)
                .addScalar("address", String.class)
                .addScalar("subject_zh", String.class)
                .addScalar("subject_en", String.class)
                .addScalar("body_zh", String.class)
                .addScalar("body_en", String.class)
                .addScalar("link", String.class)
                .addScalar("created_at", Instant.class);
    }

    private static NativeQuery<Object[]> standing(NativeQuery<Object[]> query) {
        return query.addScalar("state", String.class)
                .addScalar("attempts", Integer.class)
                .addScalar("code", Integer.class)
                .addScalar("answer", String.class)
                .addScalar("due_at", Instant.class)
                .addScalar("tried_at", Instant.class)
                .addScalar("sent_at", Instant.class);
    }

    private static List<Delivery> deliveries(NativeQuery<Object[]> query) {
        return standing(query).getResultStream().map(MailDeliveries::delivery).toList();
    }

    private static Delivery delivery(Object[] row) {
        return new Delivery(
                Mailbox.stored(row),
                DeliveryState.valueOf((String) row[10]),
                (Integer) row[11],
                Optional.ofNullable((Integer) row[12]),
                (String) row[13],
                (Instant) row[14],
                Optional.ofNullable((Instant) row[15]),
                Optional.ofNullable((Instant) row[16]));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
