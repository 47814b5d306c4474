package org.muster.certificate;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.OrganisationId;

/**
 * A certificate ends soon.
 *
 * @param days from the warning to its last day
 */
public record CertificateEnding(
        CertificateId certificate,
        OrganisationId organisation,
        CertificateKind kind,
        String number,
        LocalDate validTo,
        int days)
        implements CertificateEvent {

    @Override
    public UUID aggregateId() {
        return certificate.value();
    }
}
