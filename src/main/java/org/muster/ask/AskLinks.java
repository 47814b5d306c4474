package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.SignedToken;
import org.muster.organisation.Signing;

/** Signs what an answer link carries: which ask, and until when it is good. Opening it changes nothing and uses nothing up. */
@ApplicationScoped
class AskLinks {

    private static final int CARRIED = 3 * Long.BYTES;
    private static final int SIGNATURE = 12;

    private final SignedToken tokens;

    AskLinks(Signing signing) {
        this.tokens = new SignedToken(signing.key(), "ask", CARRIED, SIGNATURE);
    }

    String token(UUID ask, Instant goodUntil) {
        return tokens.seal(ByteBuffer.allocate(CARRIED)
                .putLong(ask.getMostSignificantBits())
                .putLong(ask.getLeastSignificantBits())
                .putLong(goodUntil.getEpochSecond())
                .array());
    }

    /** Which ask a token was made for, if it is whole, ours, and still good. */
    Optional<UUID> read(String token, Instant now) {
        return tokens.open(token).map(ByteBuffer::wrap).flatMap(buffer -> {
            UUID ask = new UUID(buffer.getLong(), buffer.getLong());
            return now.getEpochSecond() <= buffer.getLong() ? Optional.of(ask) : Optional.empty();
        });
    }
}
