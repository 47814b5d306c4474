package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a join link carries: the invitation and the moment until which it is good, with a HMAC-SHA256 over both. A link cannot be made up or
 * stretched without the key; whether it was used or taken back stands with the invitation.
 */
@ApplicationScoped
class JoinLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CARRIED = 2 * Long.BYTES + Long.BYTES;
    /** 128 bits of the signature: beyond guessing, and the QR code stays coarse enough for a poor camera. */
    private static final int SIGNATURE = 16;

    private static final int KEY_LENGTH = 32;

    private final SecretKeySpec key;

    JoinLinks(Signing signing) {
        if (signing.key().length() < KEY_LENGTH) {
            throw new IllegalStateException("muster.signing.key needs at least " + KEY_LENGTH + " characters");
        }
        this.key = new SecretKeySpec(signing.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    record Carried(InvitationId invitation, Instant goodUntil) {}

    String token(InvitationId invitation, Instant goodUntil) {
        byte[] carried = ByteBuffer.allocate(CARRIED)
                .putLong(invitation.value().getMostSignificantBits())
                .putLong(invitation.value().getLeastSignificantBits())
                .putLong(goodUntil.getEpochSecond())
                .array();
        byte[] token = ByteBuffer.allocate(CARRIED + SIGNATURE)
                .put(carried)
                .put(signature(carried))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token carries, if it is whole and ours. */
    Optional<Carried> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != CARRIED + SIGNATURE) {
            return Optional.empty();
        }
        byte[] carried = Arrays.copyOf(bytes, CARRIED);
        if (!MessageDigest.isEqual(signature(carried), Arrays.copyOfRange(bytes, CARRIED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(carried);
        return Optional.of(new Carried(
                new InvitationId(new UUID(buffer.getLong(), buffer.getLong())),
                Instant.ofEpochSecond(buffer.getLong())));
    }

    private byte[] signature(byte[] carried) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update("join|".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(carried), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
