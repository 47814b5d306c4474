package org.muster.certificate.web;

import java.util.UUID;
import org.muster.certificate.CertificateId;
import org.muster.shell.NotFound;

/** Ids out of addresses; what is no id names nothing, so it is not found. */
final class Ids {

    private Ids() {}

    static CertificateId certificate(String text) {
        try {
            return CertificateId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static UUID any(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }

    static int number(String text) {
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
    }
}
