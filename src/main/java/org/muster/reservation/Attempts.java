package org.muster.reservation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.muster.shared.Refusal;

/** Runs work in a transaction of its own, and runs it again, a bounded number of times, when another transaction was in its way. */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    /** With the pauses below, the last comes after about a second; a deadlock takes PostgreSQL a second each to see. */
    static final int MOST = 6;

    /** Decides nothing, so it is nobody's answer: the same key may ask again. */
    static final String BUSY = "reservation.busy";

    private static final long FIRST_PAUSE_MILLIS = 5;

    /**
     * Never inside of another transaction: that one could not be run again.
     *
     * @throws Refusing when the database, or the work itself, refuses; what was done is undone
     */
    <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.disallowingExisting().call(work::get);
            } catch (Refusing refusing) {
                throw refusing;
            } catch (RuntimeException failure) {
                if (!again(failure)) {
                    throw refusal(failure)
                            .map(Refusing::new)
                            .map(RuntimeException.class::cast)
                            .orElse(failure);
                }
                if (attempt == MOST) {
                    LOG.warnf("Gave up after %d attempts: %s", attempt, failure.getMessage());
                    throw new Refusing(Refusal.of(BUSY));
                }
                pause(attempt);
            }
        }
    }

    private static boolean again(Throwable failure) {
        return failure instanceof Contended
                || DatabaseRefused.in(failure)
                        .filter(DatabaseRefused::worthAnotherTry)
                        .isPresent();
    }

    private static Optional<Refusal> refusal(Throwable failure) {
        Optional<SQLException> sql = DatabaseRefused.in(failure);
        if (sql.filter(DatabaseRefused::crowded).isPresent()) {
            return Optional.of(Refusal.of(BUSY));
        }
        return sql.flatMap(DatabaseRefused::constraint).flatMap(ConstraintWords::of);
    }

    /** Longer each time, and never the same for two who met. */
    private static void pause(int attempt) {
        long most = FIRST_PAUSE_MILLIS << (2 * (attempt - 1));
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
    }
}
