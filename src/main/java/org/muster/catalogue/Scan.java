package org.muster.catalogue;

import java.util.List;
import org.muster.shared.ListingId;

/**
 * One page of what PostgreSQL found.
 *
 * @param total how many are of known availability
 * @param unknownTotal how many are of unknown availability; never part of {@code total}
 */
public record Scan(List<ListingId> ids, long total, long unknownTotal) {}
