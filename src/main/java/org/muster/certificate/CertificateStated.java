package org.muster.certificate;

import java.util.UUID;
import org.muster.shared.OrganisationId;

/** An organisation shows a certificate, or says something else of one. */
public record CertificateStated(
        CertificateId certificate, OrganisationId organisation, CertificateKind kind, String number)
        implements CertificateEvent {

    @Override
    public UUID aggregateId() {
        return certificate.value();
    }
}
