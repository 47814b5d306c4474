package org.muster.audit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.quarkus.arc.Arc;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The audit's tables in a schema of their own, as the migrations make them: here the owner of the database may tamper without spoiling the
 * trail of the other tests. The application's role has the rights that it has on the real ones.
 */
final class AnAuditOfItsOwn implements AutoCloseable {

    private final String schema = "audit_" + UUID.randomUUID().toString().replace("-", "");
    private final AgroalDataSource database;

    AnAuditOfItsOwn() {
        asOwner("create schema " + schema);
        asOwner("grant usage on schema " + schema + " to muster_app");
        asOwner(migration("V202611221212__audit_create_entry.sql"));
        asOwner(migration("V202611221618__audit_seal_entries.sql"));
        try {
            database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(10)
                            .transactionIntegration(new NarayanaTransactionIntegration(
                                    Arc.container()
                                            .instance(TransactionManager.class)
                                            .get(),
                                    Arc.container()
                                            .instance(TransactionSynchronizationRegistry.class)
                                            .get()))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url())
                                    .principal(new NamePrincipal(setting("quarkus.datasource.username")))
                                    .credential(new SimplePassword(setting("quarkus.datasource.password"))))));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As the application uses it. */
    AgroalDataSource database() {
        return database;
    }

    /** As somebody who has the keys to the database. */
    void asOwner(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long numberAsOwner(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                url(), setting("quarkus.flyway.username"), setting("quarkus.flyway.password"));
    }

    private String url() {
        String url = setting("quarkus.datasource.jdbc.url");
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String migration(String name) {
        try (var in = Objects.requireNonNull(AnAuditOfItsOwn.class.getResourceAsStream("/db/migration/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        asOwner("drop schema " + schema + " cascade");
    }
}
