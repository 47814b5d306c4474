package org.muster.certificate.web;

import java.util.UUID;
import org.muster.certificate.CertificateId;
import org.muster.shell.Ids;

/** Ids out of addresses; what is no id names nothing, so it is not found. */
final class CertificateIds {

    private CertificateIds() {}

    static CertificateId certificate(String text) {
        return Ids.read(text, CertificateId::of);
    }

    static UUID any(String text) {
        return Ids.read(text, UUID::fromString);
    }

    static int number(String text) {
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : -1;
    }
}
