package org.muster.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How one channel stands.
 *
 * @param waiting events not yet delivered, those being retried included
 * @param parked events given up on, waiting for an operator
 * @param oldest when the oldest waiting one happened
 * @param failure what the channel said last, of a waiting or parked event
 */
public record OutboxStatus(
        String channel, long waiting, long parked, Optional<Instant> oldest, Optional<String> failure) {}
