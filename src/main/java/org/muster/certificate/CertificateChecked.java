package org.muster.certificate;

import java.util.UUID;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Somebody compared a certificate with its register or its paper. */
public record CertificateChecked(
        CertificateId certificate,
        OrganisationId organisation,
        CertificateKind kind,
        String number,
        int revision,
        CheckVerdict verdict,
        String proof,
        PersonId by)
        implements CertificateEvent {

    @Override
    public UUID aggregateId() {
        return certificate.value();
    }
}
