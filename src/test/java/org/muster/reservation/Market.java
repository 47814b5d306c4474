package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/** Who sells, who buys and what there is in tests of the ledger, so that they read as sentences. */
@ApplicationScoped
public class Market {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final People people;
    private final OrganisationRegistry registry;
    private final Catalogue catalogue;
    private final Reservations reservations;
    private final DataSource database;
    private final Clock clock;

    Market(
            People people,
            OrganisationRegistry registry,
            Catalogue catalogue,
            Reservations reservations,
            DataSource database,
            Clock clock) {
        this.people = people;
        this.registry = registry;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.database = database;
        this.clock = clock;
    }

    /** Somebody of an organisation whose documents are checked, so that limits are far away. */
    public Actor somebody() {
        Actor newcomer = aNewcomer();
        run(
                "update organisation set verification_level = 'VISITED' where id = ?",
                newcomer.organisation().orElseThrow().value());
        return new Actor(newcomer.person(), newcomer.name(), newcomer.roles(), newcomer.organisation(), true);
    }

    /** Somebody of an organisation that nobody has looked at yet. */
    public Actor aNewcomer() {
        String name = "测试" + UUID.randomUUID().toString().substring(0, 13) + "有限公司";
        var person = people.signedIn(UUID.randomUUID().toString(), "王厂长", null, null, now());
        Actor alone = new Actor(Optional.of(person), "王厂长", Set.of(), Optional.empty(), false);
        OrganisationId organisation = done(
                registry.register(alone, new Registration(name, "138 1234 5678", "", "江阴", "", "口罩", "", ""), now()));
        return new Actor(Optional.of(person), "王厂长", Set.of(Role.MEMBER), Optional.of(organisation), false);
    }

    public static Actor coordinator() {
        return new Actor(Optional.empty(), "协调员", Set.of(Role.COORDINATOR), Optional.empty(), false);
    }

    /** A line had by time, free for the next sixty days. */
    public ListingId aLine(Actor supplier) {
        ListingId line = listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        open(supplier, line, days(0, 60));
        return line;
    }

    /** A line of which so much of each day's output is had, free for the next sixty days. */
    public ListingId aLineMaking(Actor supplier, String amountADay, String unit) {
        ListingId line = listed(
                supplier,
                ListingDraft.line("口罩产能")
                        .products(List.of("医用口罩"))
                        .supplyMode(SupplyMode.PROCESSING)
                        .quantity(Quantity.of(amountADay, unit)));
        open(supplier, line, days(0, 60));
        return line;
    }

    public ListingId aStock(Actor supplier, String amount, String unit) {
        return listed(
                supplier,
                ListingDraft.of(org.muster.catalogue.ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of(amount, unit))
                        .declared(Availability.FREE));
    }

    public ListingId listed(Actor supplier, ListingDraft.Builder draft) {
        ListingId id = done(catalogue.create(supplier, supplier.organisation().orElseThrow(), draft.build(), now()));
        done(catalogue.publish(supplier, id, now()));
        return id;
    }

    public UUID open(Actor supplier, ListingId line, TimeWindow during) {
        return open(supplier, line, during, Availability.FREE);
    }

    public UUID open(Actor supplier, ListingId line, TimeWindow during, Availability availability) {
        return done(catalogue.openWindow(supplier, line, during, availability, "", now()));
    }

    /** From one midnight in China to another, counted from today. */
    public TimeWindow days(int from, int to) {
        Instant midnight = now().atZone(CHINA).toLocalDate().atStartOfDay(CHINA).toInstant();
        return new TimeWindow(midnight.plus(Duration.ofDays(from)), midnight.plus(Duration.ofDays(to)));
    }

    public static Claim.Time time(ListingId line, TimeWindow during) {
        return new Claim.Time(line, during);
    }

    public static Claim.Amount amount(ListingId lot, String amount, String unit) {
        return new Claim.Amount(lot, Quantity.of(amount, unit));
    }

    public static Claim.Rate rate(ListingId line, String amount, String unit, TimeWindow during) {
        return new Claim.Rate(line, Quantity.of(amount, unit), during);
    }

    /** A request under a key nobody used. */
    public static HoldRequest wish(Claim... claims) {
        return new HoldRequest(aKey(), List.of(claims), null, "试产");
    }

    public static Change because(String reason) {
        return new Change(aKey(), reason);
    }

    public static String aKey() {
        return UUID.randomUUID().toString();
    }

    public HoldView held(Actor actor, Claim... claims) {
        return done(reservations.hold(actor, wish(claims), now()));
    }

    /** What is left of a lot, or of today's output. */
    public Quantity left(ListingId listing) {
        return left(listing, now());
    }

    public Quantity left(ListingId listing, Instant at) {
        return Objects.requireNonNull(freeNow(listing, at).left());
    }

    public FreeNow freeNow(ListingId listing, Instant at) {
        return Objects.requireNonNull(reservations.freeNow(List.of(listing), at).get(listing));
    }

    public Instant now() {
        return clock.instant();
    }

    /** Something the application itself could not say through a facade; as the application's role. */
    public void run(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public long count(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** All at the same moment, each on a thread of its own; what one throws fails the test. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        CyclicBarrier start = new CyclicBarrier(clients.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> client : clients) {
                running.add(threads.submit(() -> {
                    start.await();
                    return client.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    public static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new AssertionError("Refused: " + reasons);
        });
    }

    public static List<String> refused(Outcome<?> outcome) {
        return outcome.fold(
                value -> List.of("accepted " + value),
                reasons -> reasons.stream().map(Refusal::key).toList());
    }
}
