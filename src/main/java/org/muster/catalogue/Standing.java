package org.muster.catalogue;

import java.util.List;
import java.util.Map;
import org.muster.shared.ListingId;

/**
 * How listings stand, for the index.
 *
 * @param published what it may hold of those that others may find
 * @param gone those that nobody may find, each with how far it is: no document of it that was read before is newer
 */
public record Standing(List<ListingDocument> published, Map<ListingId, Long> gone) {}
