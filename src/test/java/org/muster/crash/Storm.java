package org.muster.crash;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.muster.crash.Operation.Deed;
import org.muster.testing.StandingServers;

/**
 * Clients that hold, confirm, deliver and give back without pause, all of the same few things, while one fault after the other
 * happens to the application and its database. A client that hears nothing definite asks again with the same key, or, now and then,
 * goes away and never learns what became of it.
 */
final class Storm {

    /** What happens to the machine. Each ends with everything up again. */
    enum Fault {
        KILL_APPLICATION,
        CRASH_DATABASE,
        DROP_CONNECTIONS,
        CRASH_DATABASE_AND_KILL_APPLICATION,
        FILL_DISK
    }

    private static final Duration SLOT = Duration.ofHours(1);
    private static final int SLOTS = 12;
    private static final int FEW = 5;
    private static final Duration SHORT = Duration.ofMillis(1_500);

    /** Nobody comes back to what a client never learned it has: it has to end by itself soon. */
    private static final Duration LONG = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Subject subject;
    private final StandingServers servers;
    private final LedgerClient client;
    private final Journal journal = new Journal();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ConcurrentHashMap<String, Instant> untils = new ConcurrentHashMap<>();
    private final Queue<String> abandoned = new ConcurrentLinkedQueue<>();

    private Storm(Subject subject, StandingServers servers) {
        this.subject = subject;
        this.servers = servers;
        this.client = new LedgerClient(subject);
    }

    /**
     * @param between how many operations are acknowledged before the first fault, between two, and after the last
     * @param seed of what the clients do
     */
    static Journal over(
            Subject subject, StandingServers servers, int clients, List<Fault> faults, int between, long seed) {
        var storm = new Storm(subject, servers);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String buyer = subject.buyers().get(i % subject.buyers().size());
                int number = i;
                running.add(pool.submit(() -> storm.live(number, buyer, new Random(seed + number))));
            }
            for (Fault fault : faults) {
                storm.calm(between, running);
                storm.happens(fault);
            }
            storm.calm(between, running);
            storm.over.countDown();
            for (Future<?> one : running) {
                one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            storm.askAgain();
            return storm.journal;
        } catch (ExecutionException | TimeoutException | SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            storm.over.countDown();
            pool.shutdownNow();
        }
    }

    // ── Clients ─────────────────────────────────────────────────────────────────

    private void live(int number, String buyer, Random random) {
        List<Operation> mine = new ArrayList<>();
        List<Operation> committed = new ArrayList<>();
        for (int step = 0; over.getCount() > 0; step++) {
            String key = "c" + number + "-" + step;
            int chance = random.nextInt(100);
            @Nullable String left = chance < 8 ? abandoned.poll() : null;
            if (left != null) {
                // What a client went away from would be in everybody's way for ever: the supplier gives it back.
                see(Operation.of(subject.supplier(), key, Deed.RELEASE, left, List.of()), random);
            } else if (chance < 50 || (mine.isEmpty() && committed.isEmpty())) {
                // Some end by themselves before anybody can do anything about it.
                Instant until = Instant.now()
                        .plus(random.nextInt(6) == 0 ? SHORT : LONG)
                        .truncatedTo(ChronoUnit.MILLIS);
                untils.put(key, until);
                Operation hold = see(Operation.of(buyer, key, Deed.HOLD, null, wishes(random)), random);
                if (hold.done().isPresent()) {
                    mine.add(hold);
                }
            } else if (chance < 65 && !mine.isEmpty()) {
                Operation hold = mine.remove(random.nextInt(mine.size()));
                if (changed(subject.supplier(), key, Deed.COMMIT, hold, random)) {
                    committed.add(hold);
                }
            } else if (chance >= 90 && committed.stream().anyMatch(Storm::isSmall)) {
                Operation hold =
                        committed.stream().filter(Storm::isSmall).findFirst().orElseThrow();
                committed.remove(hold);
                changed(subject.supplier(), key, Deed.CONSUME, hold, random);
            } else {
                List<Operation> from = committed.size() > mine.size() ? committed : mine;
                changed(buyer, key, Deed.RELEASE, from.remove(random.nextInt(from.size())), random);
            }
        }
    }

    private boolean changed(String who, String key, Deed deed, Operation hold, Random random) {
        String id = hold.done().orElseThrow();
        Operation change = see(Operation.of(who, key, deed, id, List.of()), random);
        if (!change.known()) {
            abandoned.add(id);
        }
        return change.done().isPresent();
    }

    /** What is delivered never comes back, so that only little is: a few pieces. */
    private static boolean isSmall(Operation hold) {
        return hold.wishes().stream()
                .allMatch(wish -> wish.amount() != null && wish.amount().intValue() <= FEW);
    }

    private List<Wish> wishes(Random random) {
        int kind = random.nextInt(10);
        List<Wish> wishes = new ArrayList<>();
        if (kind < 7) {
            Instant from = subject.opens().plus(SLOT.multipliedBy(random.nextInt(SLOTS)));
            wishes.add(Wish.time(
                    oneOf(subject.lines(), random), from, from.plus(SLOT.multipliedBy(1 + random.nextInt(2)))));
        }
        if (kind >= 5) {
            wishes.add(Wish.amount(
                    oneOf(subject.lots(), random),
                    1 + random.nextInt(random.nextInt(3) == 0 ? FEW : subject.stocked() / 10)));
        }
        return wishes;
    }

    private static String oneOf(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Asks until something definite is heard, or patience ends. */
    private Operation see(Operation operation, Random random) {
        Operation seen = operation;
        for (int attempt = 0; !seen.known(); attempt++) {
            if (attempt > 0 && (over.getCount() == 0 || random.nextInt(12) == 0 || attempt > 200)) {
                return seen;
            }
            seen = ask(seen);
            if (!seen.known()) {
                pause(Duration.ofMillis(100));
            }
        }
        return seen;
    }

    private Operation ask(Operation operation) {
        // Before it is sent: a request that is under way when all ends is one that nobody heard of.
        journal.note(operation);
        Operation seen = client.ask(operation, untils.getOrDefault(operation.key(), Instant.MAX));
        journal.note(seen);
        return seen;
    }

    /** After the last fault: whoever asks once more hears the same, and some of those who went away come back. */
    private void askAgain() {
        var random = new Random(journal.operations().size());
        journal.operations().stream()
                .filter(operation -> operation.known() || random.nextBoolean())
                .forEach(this::ask);
    }

    // ── Faults ──────────────────────────────────────────────────────────────────

    private void calm(int acknowledged, List<Future<?>> running) {
        long wanted = journal.acknowledged() + acknowledged;
        Awaitility.await("clients are served again").atMost(PATIENCE).until(() -> {
            for (Future<?> one : running) {
                if (one.isDone()) {
                    // Clients live until the storm is over: this one broke.
                    one.get();
                    throw new AssertionError("A client went away");
                }
            }
            return journal.acknowledged() >= wanted;
        });
    }

    private void happens(Fault fault) throws SQLException {
        switch (fault) {
            case KILL_APPLICATION -> {
                subject.application().kill();
                subject.application().start();
            }
            case CRASH_DATABASE -> {
                servers.crashPostgreSql();
                servers.startPostgreSql();
            }
            case DROP_CONNECTIONS -> dropConnections();
            case CRASH_DATABASE_AND_KILL_APPLICATION -> {
                servers.crashPostgreSql();
                subject.application().kill();
                servers.startPostgreSql();
                subject.application().start();
            }
            case FILL_DISK -> {
                long before = journal.acknowledged();
                servers.fillDisk();
                pause(Duration.ofSeconds(5));
                servers.emptyDisk();
                System.out.println("disk full: " + (journal.acknowledged() - before) + " still acknowledged");
            }
        }
    }

    /** Whatever the application has open breaks, in the middle of what it does. */
    private void dropConnections() throws SQLException {
        try (var administrator = servers.asAdministrator();
                var statement = administrator.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename in ('muster_app', 'muster_owner') and pid <> pg_backend_pid()");
        }
    }

    private void pause(Duration duration) {
        try {
            if (over.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
