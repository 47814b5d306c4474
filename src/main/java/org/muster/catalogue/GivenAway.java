package org.muster.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.muster.shared.ListingId;

/** Port to whoever gives capacity away: what of a listing somebody has by now, never who. */
public interface GivenAway {

    /** Of those of which something is taken, or of which a lot is kept. */
    Map<ListingId, Taken> of(Collection<ListingId> listings, Instant now);

    /**
     * How often something of a listing was given, changed or given back; it only grows. Read before {@link #of}, it says of which state
     * what was read is at least.
     */
    Map<ListingId, Long> changes(Collection<ListingId> listings);
}
