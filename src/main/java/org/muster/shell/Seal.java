package org.muster.shell;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Text that comes back from a browser as it went out, or not at all. */
@Singleton
class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    /** The key may sign other things elsewhere; none of them passes for one of ours. */
    private static final byte[] PURPOSE = "shell.flash ".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    Seal(Cookies.Config config) {
        this.key = new SecretKeySpec(
                config.key().map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(Seal::fresh), ALGORITHM);
    }

    String close(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = new byte[MAC_BYTES + body.length];
        System.arraycopy(mac(body), 0, sealed, 0, MAC_BYTES);
        System.arraycopy(body, 0, sealed, MAC_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Optional<String> open(String sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed);
            if (bytes.length <= MAC_BYTES) {
                return Optional.empty();
            }
            byte[] body = new byte[bytes.length - MAC_BYTES];
            System.arraycopy(bytes, MAC_BYTES, body, 0, body.length);
            byte[] said = new byte[MAC_BYTES];
            System.arraycopy(bytes, 0, said, 0, MAC_BYTES);
            return MessageDigest.isEqual(said, mac(body))
                    ? Optional.of(new String(body, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fresh() {
        byte[] bytes = new byte[MAC_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
