package org.muster.certificate;

import java.time.Instant;

/** A line of the checkers' queue. */
public record WaitingCertificate(
        CertificateId id,
        CertificateKind kind,
        String number,
        String organisationName,
        String placeCode,
        Instant statedAt) {}
