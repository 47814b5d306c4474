package org.muster.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How the chain stands.
 *
 * @param head the hash of the last seal, in hexadecimal digits
 * @param waiting entries not sealed yet
 * @param verifying whether this replica is at it now
 */
public record ChainStatus(
        long seals,
        Optional<Instant> lastSealed,
        Optional<String> head,
        long waiting,
        Optional<Verification> lastVerified,
        boolean verifying) {}
