package org.muster.live;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Hears every notice, on a connection of its own that does nothing but LISTEN. Being woken only means to look: what is new is always read
 * from the table behind the last one known, so a lost connection or a lost NOTIFY delays, and loses nothing.
 */
final class Listener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final AgroalDataSource pool;
    private final Notices notices;
    private final Duration poll;
    private final Consumer<List<Notice>> heard;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private long known;
    private volatile boolean listening;

    /** @param known what was heard before */
    Listener(
            String name,
            AgroalDataSource pool,
            Notices notices,
            Duration poll,
            long known,
            Consumer<List<Notice>> heard) {
        this.pool = pool;
        this.notices = notices;
        this.poll = poll;
        this.known = known;
        this.heard = heard;
        this.thread = new Thread(this::keepListening, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the connection is up; while it is not, the table is looked at now and then. */
    boolean isListening() {
        return listening;
    }

    private void keepListening() {
        Duration pause = FIRST_PAUSE;
        while (stop.getCount() > 0) {
            try {
                listen();
                pause = FIRST_PAUSE;
            } catch (SQLException | RuntimeException e) {
                boolean wasListening = listening;
                listening = false;
                pause = wasListening ? FIRST_PAUSE : longer(pause);
                LOG.warnf("Notices are not heard now, again in %s: %s", pause, e.getMessage());
            }
            pause(pause);
        }
    }

    private void listen() throws SQLException {
        // Not one of the pool's: it would be given back still listening, or broken.
        try (AgroalDataSource own = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(one -> one.maxSize(1)
                                .initialSize(0)
                                .connectionFactoryConfiguration(() -> pool.getConfiguration()
                                        .connectionPoolConfiguration()
                                        .connectionFactoryConfiguration())));
                Connection connection = own.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set application_name = '" + thread.getName() + "'");
                statement.execute("listen " + Notices.CHANNEL);
            }
            listening = true;
            PGConnection wire = connection.unwrap(PGConnection.class);
            while (stop.getCount() > 0) {
                catchUp();
                wire.getNotifications(Math.toIntExact(poll.toMillis()));
                if (!connection.isValid(Math.toIntExact(poll.toSeconds()) + 1)) {
                    throw new SQLException("The connection that listens is gone");
                }
            }
        } finally {
            listening = false;
        }
    }

    private void catchUp() {
        List<Notice> fresh;
        while (!(fresh = notices.after(known)).isEmpty()) {
            known = fresh.get(fresh.size() - 1).id();
            heard.accept(fresh);
        }
    }

    private void pause(Duration pause) {
        try {
            if (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                // Without a connection that listens there may still be one that reads.
                catchUp();
            }
        } catch (InterruptedException e) {
            stop.countDown();
            Thread.currentThread().interrupt();
        } catch (RuntimeException databaseIsAway) {
            LOG.debugf("Notices cannot be read either: %s", databaseIsAway.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(PATIENCE_AT_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
