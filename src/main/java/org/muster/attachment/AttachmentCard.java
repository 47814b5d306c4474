package org.muster.attachment;

import java.time.Instant;
import org.muster.shared.OrganisationId;

/**
 * What a file is, without what is in it.
 *
 * @param fileName as it was handed in, without folders, with the ending of its type
 * @param sha256 of its content, in hexadecimal digits
 */
public record AttachmentCard(
        AttachmentId id,
        OrganisationId organisation,
        String fileName,
        FileType type,
        int size,
        String sha256,
        Instant keptAt) {

    /** In whole kilobytes, rounded up, as people speak of files. */
    public int kilobytes() {
        return (size + 1023) / 1024;
    }
}
