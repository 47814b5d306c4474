package org.muster.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a link carries with a HMAC-SHA256, so that it cannot be made up or changed without the key. The purpose is signed as well: a link made for
 * one thing opens no other.
 */
public final class SignedToken {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;
    private final String purpose;
    private final int carried;
    private final int signature;

    /**
     * @param carried how many bytes a token of this purpose carries
     * @param signature how many bytes of the signature; 12 are beyond guessing over a network
     */
    public SignedToken(String key, String purpose, int carried, int signature) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalStateException("muster.signing.key needs at least " + SHORTEST_KEY + " characters");
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.purpose = purpose;
        this.carried = carried;
        this.signature = signature;
    }

    public String seal(byte[] content) {
        if (content.length != carried) {
            throw new IllegalArgumentException("A token of " + purpose + " carries " + carried + " bytes");
        }
        byte[] token = Arrays.copyOf(content, carried + signature);
        System.arraycopy(signed(content), 0, token, carried, signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token carries, if it is whole and ours. */
    public Optional<byte[]> open(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != carried + signature) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, carried);
        return MessageDigest.isEqual(signed(content), Arrays.copyOfRange(bytes, carried, bytes.length))
                ? Optional.of(content)
                : Optional.empty();
    }

    private byte[] signed(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((purpose + "|").getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(content), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
