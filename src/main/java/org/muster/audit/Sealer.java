package org.muster.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Seals what was committed and waits, in batches, each in a transaction of its own. Any number of replicas run it: whoever has the lock
 * seals, and whoever has it not comes again later. Ids say nothing about the order of commits, so an entry is sealed when it is seen.
 */
@ApplicationScoped
class Sealer {

    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final Seals seals;
    private final AuditConfig config;
    private final Clock clock;

    Sealer(Seals seals, AuditConfig config, Clock clock) {
        this.seals = seals;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "audit-sealer",
            every = "${muster.audit.seal-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealInTime() {
        sealAll();
    }

    /** Until nothing waits or another replica is at it. Returns how many entries were sealed. */
    long sealAll() {
        long all = 0;
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(this::sealBatch);
            all += sealed;
        } while (sealed == config.sealed());
        return all;
    }

    private int sealBatch() {
        if (!seals.lock()) {
            return 0;
        }
        List<Seals.Waiting> batch = seals.waiting(config.sealed());
        if (batch.isEmpty()) {
            return 0;
        }
        Optional<Seal> last = seals.last();
        Seal seal = Seal.over(
                last.map(Seal::number).orElse(0L) + 1,
                clock.instant(),
                last.map(Seal::hash).orElse(Seal.NOTHING),
                batch.stream().map(Seals.Waiting::entry).toList(),
                batch.stream().map(Seals.Waiting::fingerprint).toList());
        seals.add(seal);
        LOG.debugf("Seal %d over %d entries", seal.number(), batch.size());
        return batch.size();
    }
}
