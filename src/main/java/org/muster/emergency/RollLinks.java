package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.muster.organisation.Signing;

/** Signs what a link of a roll call carries: which maker of which call. It is good until the emergency is closed, and opening it uses nothing up. */
@ApplicationScoped
class RollLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CARRIED = 2 * Long.BYTES;
    /** 96 bits are beyond guessing over a network, and the link stays short enough to be typed. */
    private static final int SIGNATURE = 12;

    private final SecretKeySpec key;

    RollLinks(Signing signing) {
        this.key = new SecretKeySpec(signing.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String token(UUID ask) {
        byte[] carried = ByteBuffer.allocate(CARRIED)
                .putLong(ask.getMostSignificantBits())
                .putLong(ask.getLeastSignificantBits())
                .array();
        byte[] token = ByteBuffer.allocate(CARRIED + SIGNATURE)
                .put(carried)
                .put(signature(carried))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whom a token was made for, if it is whole and ours. */
    Optional<UUID> read(String token) {
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
        return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private byte[] signature(byte[] carried) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update("roll|".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(carried), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
