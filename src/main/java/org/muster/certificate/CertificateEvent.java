package org.muster.certificate;

import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** Something happened to a certificate; whoever copies what an organisation can prove listens to all of them. */
public sealed interface CertificateEvent extends DomainEvent
        permits CertificateStated, CertificateWithdrawn, CertificateChecked, CertificateEnding, CertificateExpired {

    OrganisationId organisation();

    @Override
    default String aggregateKind() {
        return "certificate";
    }
}
