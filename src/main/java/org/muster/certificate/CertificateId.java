package org.muster.certificate;

import java.util.Objects;
import java.util.UUID;

/** Names one certificate. */
public record CertificateId(UUID value) {

    public CertificateId {
        Objects.requireNonNull(value, "certificate id");
    }

    static CertificateId create() {
        return new CertificateId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static CertificateId of(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
