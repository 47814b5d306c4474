package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.SignedToken;
import org.muster.organisation.Signing;

/** Signs what a link of a roll call carries: which maker of which call. It is good until the emergency is closed, and opening it uses nothing up. */
@ApplicationScoped
class RollLinks {

    private static final int CARRIED = 2 * Long.BYTES;
    /** 96 bits are beyond guessing over a network, and the link stays short enough to be typed. */
    private static final int SIGNATURE = 12;

    private final SignedToken tokens;

    RollLinks(Signing signing) {
        this.tokens = new SignedToken(signing.key(), "roll", CARRIED, SIGNATURE);
    }

    String token(UUID ask) {
        return tokens.seal(ByteBuffer.allocate(CARRIED)
                .putLong(ask.getMostSignificantBits())
                .putLong(ask.getLeastSignificantBits())
                .array());
    }

    /** Whom a token was made for, if it is whole and ours. */
    Optional<UUID> read(String token) {
        return tokens.open(token).map(ByteBuffer::wrap).map(buffer -> new UUID(buffer.getLong(), buffer.getLong()));
    }
}
