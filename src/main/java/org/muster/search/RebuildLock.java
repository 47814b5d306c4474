package org.muster.search;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One rebuild at a time over all replicas: a lock of a PostgreSQL session, which a killed JVM loses by itself. */
@Singleton
class RebuildLock {

    private static final Logger LOG = Logger.getLogger(RebuildLock.class);
    /** "muster/search" as a number nobody else uses. */
    private static final long KEY = 0x6d75_7374_6572_0001L;

    private final DataSource database;

    RebuildLock(DataSource database) {
        this.database = database;
    }

    /** Empty when somebody else has it. */
    Optional<Held> take() {
        try {
            Connection connection = database.getConnection();
            try {
                if (says(connection, "select pg_try_advisory_lock(?)")) {
                    return Optional.of(new Held(connection));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the rebuild could not be asked for", e);
        }
    }

    private static boolean says(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, KEY);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The lock, as long as it is held. */
    static final class Held implements AutoCloseable {

        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void close() {
            try (connection) {
                says(connection, "select pg_advisory_unlock(?)");
            } catch (SQLException e) {
                LOG.warnf("The lock of the rebuild ends with its connection: %s", e.getMessage());
            }
        }
    }
}
