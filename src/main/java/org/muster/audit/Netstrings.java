package org.muster.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values written so that no two lists of values look the same: each as its length in bytes, a colon, its UTF-8 bytes and a
 * comma; a missing one as {@code -,}. A moment is written in UTC with six digits, as in {@code 2026-11-22T08:30:00.000000Z}.
 */
final class Netstrings {

    static final int HASH_BYTES = 32;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final MessageDigest sha = sha256();

    Netstrings add(@Nullable String value) {
        if (value == null) {
            sha.update(bytes("-,"));
        } else {
            byte[] written = bytes(value);
            sha.update(bytes(written.length + ":"));
            sha.update(written);
            sha.update((byte) ',');
        }
        return this;
    }

    Netstrings add(long value) {
        return add(Long.toString(value));
    }

    Netstrings add(Instant moment) {
        return add(MOMENT.format(moment));
    }

    Netstrings add(byte[] value) {
        sha.update(bytes(value.length + ":"));
        sha.update(value);
        sha.update((byte) ',');
        return this;
    }

    byte[] hash() {
        return sha.digest();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
