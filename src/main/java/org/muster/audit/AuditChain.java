package org.muster.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.Role;

/** The seals over the trail: how they stand, and whether everything is still as it was sealed. */
@ApplicationScoped
public class AuditChain {

    private static final Logger LOG = Logger.getLogger(AuditChain.class);

    private final Seals seals;
    private final Verifier verifier;
    private final AuditConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Verification>> atIt = new AtomicReference<>();

    @Inject
    AuditChain(Seals seals, Verifier verifier, AuditConfig config, Clock clock) {
        this.seals = seals;
        this.verifier = verifier;
        this.config = config;
        this.clock = clock;
    }

    /** Nothing for anybody but operators. */
    public Optional<ChainStatus> status(Actor actor) {
        if (!actor.is(Role.OPERATOR)) {
            return Optional.empty();
        }
        Optional<Seal> last = seals.last();
        return Optional.of(new ChainStatus(
                last.map(Seal::number).orElse(0L),
                last.map(Seal::sealedAt),
                last.map(seal -> HexFormat.of().formatHex(seal.hash())),
                seals.countWaiting(),
                seals.lastVerification(),
                atIt.get() != null));
    }

    /**
     * Goes over the whole chain and remembers what was found.
     *
     * @param noted hashes of seals by their number, as somebody kept them outside of the database
     */
    public Verification verify(String by, Map<Long, String> noted) {
        Verification verification = verifier.verify(by, noted);
        seals.remember(verification);
        // The log is kept elsewhere: the hash in it holds whoever would write the whole chain anew.
        String head = verification.head().orElse("none yet");
        if (verification.sound()) {
            LOG.infof(
                    "The audit trail is whole: %d entries under %d seals, %d waiting, last seal %s",
                    verification.entries(), verification.seals(), verification.waiting(), head);
        } else {
            LOG.errorf(
                    "The audit trail is broken: %s; whole until seal %d, %s",
                    said(verification.firstBreak().orElseThrow()), verification.seals(), head);
        }
        return verification;
    }

    /** The same beside the caller; one at a time on a replica. Whoever asks meanwhile gets the one that is under way. */
    public CompletableFuture<Verification> beginVerification(Actor operator) {
        if (!operator.is(Role.OPERATOR)) {
            return CompletableFuture.failedFuture(new SecurityException("Only operators verify the trail"));
        }
        CompletableFuture<Verification> mine = new CompletableFuture<>();
        CompletableFuture<Verification> other = atIt.compareAndExchange(null, mine);
        if (other != null) {
            return other;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        mine.complete(verify(operator.name(), Map.of()));
                    } catch (RuntimeException e) {
                        LOG.error("The audit trail could not be verified", e);
                        mine.completeExceptionally(e);
                    } finally {
                        atIt.set(null);
                    }
                },
                "audit-verification");
        thread.setDaemon(true);
        thread.start();
        return mine;
    }

    @Scheduled(every = "1h", delayed = "15m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void verifyNowAndThen() {
        Instant due = clock.instant().minus(config.verifyAfter());
        if (seals.lastVerification().filter(last -> last.at().isAfter(due)).isEmpty()) {
            verify(Actor.system().name(), Map.of());
        }
    }

    /** In one sentence for the log and the command line. */
    static String said(ChainBreak found) {
        return switch (found.kind()) {
            case ENTRY_ALTERED -> "entry %d was altered after seal %d".formatted(found.entry(), found.seal());
            case ENTRY_MISSING -> "entry %d of seal %d is missing".formatted(found.entry(), found.seal());
            case ENTRY_INSERTED -> "entry %d was inserted past the application".formatted(found.entry());
            case ENTRY_GONE_UNSEALED -> "entry %d vanished before it was sealed".formatted(found.entry());
            case ENTRY_SEALED_TWICE -> "entry %d was sealed more than once".formatted(found.entry());
            case ENTRY_MISDATED ->
                "entry %d of seal %d bears a date that cannot be".formatted(found.entry(), found.seal());
            case SEAL_ALTERED -> "seal %d was altered or does not follow the one before".formatted(found.seal());
            case SEAL_MISSING -> "seal %d is missing".formatted(found.seal());
            case SEAL_REPLACED -> "seal %d is not the one that was noted".formatted(found.seal());
        };
    }
}
