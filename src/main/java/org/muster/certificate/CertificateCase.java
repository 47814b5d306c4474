package org.muster.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.attachment.AttachmentCard;
import org.muster.organisation.OrganisationCard;

/**
 * All that a checker needs to decide on one certificate.
 *
 * @param number what its number says by the public rule
 * @param statedBy who entered it
 * @param elsewhere others who show the same number
 * @param delegatedArea the place code by which a liaison may check it; empty for operators
 */
public record CertificateCase(
        CertificateCard card,
        CertificateNumber number,
        OrganisationCard organisation,
        Optional<String> creditCode,
        int revision,
        String statedBy,
        Instant statedAt,
        Optional<AttachmentCard> document,
        List<CheckView> checks,
        List<OrganisationCard> elsewhere,
        Optional<String> delegatedArea) {}
