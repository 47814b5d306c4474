package org.muster.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.attachment.AttachmentCard;

/** A certificate as its own organisation sees it. */
public record OwnCertificate(
        CertificateCard card,
        int version,
        Instant statedAt,
        Optional<AttachmentCard> document,
        List<CheckView> checks) {}
