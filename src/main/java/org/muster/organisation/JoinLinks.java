package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.muster.identity.SignedToken;

/**
 * Signs what a join link carries: the invitation and the moment until which it is good. A link cannot be made up or stretched without the key; whether it
 * was used or taken back stands with the invitation.
 */
@ApplicationScoped
class JoinLinks {

    private static final int CARRIED = 2 * Long.BYTES + Long.BYTES;
    /** 128 bits of the signature: beyond guessing, and the QR code stays coarse enough for a poor camera. */
    private static final int SIGNATURE = 16;

    private final SignedToken tokens;

    JoinLinks(Signing signing) {
        this.tokens = new SignedToken(signing.key(), "join", CARRIED, SIGNATURE);
    }

    record Carried(InvitationId invitation, Instant goodUntil) {}

    String token(InvitationId invitation, Instant goodUntil) {
        return tokens.seal(ByteBuffer.allocate(CARRIED)
                .putLong(invitation.value().getMostSignificantBits())
                .putLong(invitation.value().getLeastSignificantBits())
                .putLong(goodUntil.getEpochSecond())
                .array());
    }

    /** What a token carries, if it is whole and ours. */
    Optional<Carried> read(String token) {
        return tokens.open(token).map(ByteBuffer::wrap).map(buffer -> {
            InvitationId invitation = new InvitationId(new UUID(buffer.getLong(), buffer.getLong()));
            return new Carried(invitation, Instant.ofEpochSecond(buffer.getLong()));
        });
    }
}
