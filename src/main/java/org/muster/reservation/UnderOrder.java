package org.muster.reservation;

import java.time.Instant;
import java.util.Optional;
import org.muster.shared.ListingId;

/**
 * That something of a listing is asked for or promised already.
 *
 * @param until when it ends by itself; empty for what is committed
 */
public record UnderOrder(ListingId listing, ClaimState state, Claim what, Optional<Instant> until) {}
