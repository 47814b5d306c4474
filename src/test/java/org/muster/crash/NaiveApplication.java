package org.muster.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as it is often written: look whether it is free, then write that it is taken. It answers the same requests as Muster, is
 * killed in the same way, and is there to be found out by the checker.
 */
final class NaiveApplication {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORKERS = 8;

    private final Properties settings;

    private NaiveApplication(Properties settings) {
        this.settings = settings;
    }

    public static void main(String... arguments) throws IOException {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(Path.of("config", "application.properties"))) {
            settings.load(in);
        }
        var naive = new NaiveApplication(settings);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(WORKERS));
        server.createContext("/q/health/ready", exchange -> send(exchange, 200, "{}"));
        server.createContext("/api/v1/holds", naive::answer);
        server.start();
        System.out.println(
                "Listening on: http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String who = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        try (var database = DriverManager.getConnection(
                settings.getProperty("quarkus.datasource.jdbc.url"),
                "muster_app",
                settings.getProperty("quarkus.datasource.password"))) {
            if (path.length == 4) {
                hold(exchange, database, who, key, body);
            } else {
                change(exchange, database, who, key, path[4], path[5]);
            }
        } catch (SQLException e) {
            send(exchange, 500, "{}");
        }
    }

    private static void hold(HttpExchange exchange, Connection database, String who, String key, JsonNode body)
            throws SQLException, IOException {
        for (JsonNode claim : body.path("claims")) {
            if (!isFree(database, claim)) {
                send(exchange, 409, "{\"refusals\":[{\"key\":\"reservation.taken\"}]}");
                return;
            }
        }
        String hold = UUID.randomUUID().toString();
        int position = 0;
        for (JsonNode claim : body.path("claims")) {
            String id = hold + "/" + position++;
            String listing = claim.path("listing").asText();
            @Nullable Timestamp from = time(claim, "from");
            @Nullable Timestamp to = time(claim, "to");
            @Nullable BigDecimal amount = claim.has("quantity")
                    ? new BigDecimal(claim.path("quantity").path("amount").asText())
                    : null;
            @Nullable Timestamp until = time(body, "until");
            update(
                    database,
                    "insert into naive_taken (claim, hold, listing, stage, from_time, to_time, amount, until) values (?, ?, ?, 'HELD', ?, ?, ?, ?)",
                    id,
                    hold,
                    listing,
                    from,
                    to,
                    amount,
                    until);
            if (amount != null) {
                update(
                        database,
                        "update naive_lot set reserved = ? where listing = ?",
                        reserved(database, listing).add(amount),
                        listing);
            }
            update(
                    database,
                    "insert into naive_entry (at, stage, hold, claim, listing, by_whom, key, from_time, to_time, amount, until)"
                            + " values (?, 'HELD', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Timestamp.from(Instant.now()),
                    hold,
                    id,
                    listing,
                    who,
                    key,
                    from,
                    to,
                    amount,
                    until);
        }
        send(exchange, 201, "{\"id\":\"" + hold + "\"}");
    }

    private static boolean isFree(Connection database, JsonNode claim) throws SQLException {
        String listing = claim.path("listing").asText();
        if (claim.has("quantity")) {
            BigDecimal amount =
                    new BigDecimal(claim.path("quantity").path("amount").asText());
            return one(database, "select on_hand - reserved from naive_lot where listing = ?", listing)
                            .compareTo(amount)
                    >= 0;
        }
        return one(
                                database,
                                "select count(*) from naive_taken where listing = ? and until > now() and from_time < ? and to_time > ?",
                                listing,
                                time(claim, "to"),
                                time(claim, "from"))
                        .signum()
                == 0;
    }

    private static void change(
            HttpExchange exchange, Connection database, String who, String key, String hold, String step)
            throws SQLException, IOException {
        String stage = switch (step) {
            case "release" -> "RELEASED";
            case "commit" -> "COMMITTED";
            default -> "CONSUMED";
        };
        if (one(database, "select count(*) from naive_taken where hold = ?", hold)
                        .signum()
                == 0) {
            send(exchange, 409, "{\"refusals\":[{\"key\":\"reservation.not_found\"}]}");
            return;
        }
        update(
                database,
                "insert into naive_entry (at, stage, hold, claim, listing, by_whom, key)"
                        + " select now(), ?, hold, claim, listing, ?, ? from naive_taken where hold = ?",
                stage,
                who,
                key,
                hold);
        if (step.equals("commit")) {
            update(database, "update naive_taken set stage = 'COMMITTED', until = 'infinity' where hold = ?", hold);
        } else {
            update(
                    database,
                    "update naive_lot l set reserved = reserved - t.amount, on_hand = on_hand - case when ? then t.amount else 0 end"
                            + " from naive_taken t where t.hold = ? and t.listing = l.listing and t.amount is not null",
                    step.equals("consume"),
                    hold);
            update(database, "delete from naive_taken where hold = ?", hold);
        }
        send(exchange, 200, "{\"id\":\"" + hold + "\"}");
    }

    private static BigDecimal reserved(Connection database, String listing) throws SQLException {
        return one(database, "select reserved from naive_lot where listing = ?", listing);
    }

    private static BigDecimal one(Connection database, String query, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = filled(database, query, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    private static void update(Connection database, String change, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = filled(database, change, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement filled(Connection database, String text, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = database.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static @Nullable Timestamp time(JsonNode node, String field) {
        return node.has(field) ? Timestamp.from(Instant.parse(node.path(field).asText())) : null;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
