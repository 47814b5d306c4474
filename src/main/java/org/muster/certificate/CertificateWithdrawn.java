package org.muster.certificate;

import java.util.UUID;
import org.muster.shared.OrganisationId;

/** An organisation no longer shows a certificate. */
public record CertificateWithdrawn(
        CertificateId certificate, OrganisationId organisation, CertificateKind kind, String number)
        implements CertificateEvent {

    @Override
    public UUID aggregateId() {
        return certificate.value();
    }
}
