package org.muster.certificate;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/** The last day of a certificate is over. It has counted for nothing since then; this tells those who keep copies. */
public record CertificateExpired(
        CertificateId certificate, OrganisationId organisation, CertificateKind kind, String number, LocalDate validTo)
        implements CertificateEvent {

    @Override
    public UUID aggregateId() {
        return certificate.value();
    }
}
