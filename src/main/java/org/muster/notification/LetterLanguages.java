package org.muster.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.SignedToken;
import org.muster.organisation.Signing;

/** Which language somebody reads letters in: chosen by the link at their foot, without an account. Who chose none gets both. */
@ApplicationScoped
@Transactional
public class LetterLanguages {

    private static final int CARRIED = 2 * Long.BYTES;
    private static final int SIGNATURE = 12;

    private final EntityManager database;
    private final SignedToken tokens;

    LetterLanguages(EntityManager database, Signing signing) {
        this.database = database;
        this.tokens = new SignedToken(signing.key(), "letter", CARRIED, SIGNATURE);
    }

    /** What the link of a letter carries: the letter, whose address it speaks for. */
    public String token(UUID message) {
        return tokens.seal(ByteBuffer.allocate(CARRIED)
                .putLong(message.getMostSignificantBits())
                .putLong(message.getLeastSignificantBits())
                .array());
    }

    /** The address that a link speaks for, if it is whole and ours. */
    public Optional<String> address(String token) {
        return tokens.open(token)
                .map(ByteBuffer::wrap)
                .map(carried -> new UUID(carried.getLong(), carried.getLong()))
                .flatMap(message -> texts("select address from message where id = :of", message).stream()
                        .findFirst());
    }

    /** Empty where none was chosen. */
    public Optional<Locale> of(String address) {
        return texts("select language from letter_language where address = :of", address).stream()
                .findFirst()
                .map(Locale::forLanguageTag);
    }

    /** Empty gives up what was chosen before. */
    public void choose(String address, Optional<Locale> language, Instant now) {
        if (language.isEmpty()) {
            database.createNativeQuery("delete from letter_language where address = :address")
                    .setParameter("address", address)
                    .executeUpdate();
            return;
        }
        database.createNativeQuery(
                        "insert into letter_language (address, language, chosen_at)"
                                + " values (:address, :language, :now)"
                                + " on conflict (address) do update set language = excluded.language, chosen_at = excluded.chosen_at")
                .setParameter("address", address)
                .setParameter("language", language.get().getLanguage())
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private List<String> texts(String sql, Object of) {
        return database.createNativeQuery(sql, String.class)
                .setParameter("of", of)
                .getResultList();
    }
}
