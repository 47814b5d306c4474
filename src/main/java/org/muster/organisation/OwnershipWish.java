package org.muster.organisation;

import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentId;

/**
 * What somebody types to claim an organisation; blank where left out.
 *
 * @param same it is the organisation that the claimant acts for, and not another one
 * @param job what the claimant is there
 * @param document of the licence or a letter, kept already
 */
public record OwnershipWish(
        boolean same,
        String job,
        String mobile,
        String creditCode,
        String evidence,
        @Nullable AttachmentId document) {}
