package org.muster.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.crash.Storm.Fault;
import org.muster.crash.Violation.Kind;
import org.muster.testing.RunningApplication;
import org.muster.testing.StandingServers;

/**
 * Nothing that was acknowledged is lost and nothing is given away twice, whatever is killed: clients, the packaged application and
 * real servers, then the history checker. A ledger that looks before it writes goes through the same, and is found out.
 */
class LedgerAfterCrashIT {

    private static final int CLIENTS = 8;
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 8;
    /** Room for the log of a storm, and little more. */
    private static final int DISK_MEGABYTES = 320;

    @Test
    void the_ledger_keeps_its_word_through_kills_and_dropped_connections() throws Exception {
        StandingServers servers = StandingServers.shared();
        MusterLedger muster = MusterLedger.start(servers);
        try (var application = muster.application()) {
            Journal journal = Storm.over(
                    muster,
                    servers,
                    CLIENTS,
                    List.of(
                            Fault.KILL_APPLICATION,
                            Fault.CRASH_DATABASE,
                            Fault.DROP_CONNECTIONS,
                            Fault.DROP_CONNECTIONS,
                            Fault.CRASH_DATABASE_AND_KILL_APPLICATION),
                    60,
                    SEED);
            isWhole(muster, journal);
            application.stop();
            assertThat(application.run(Map.of(), "prove-ledger"))
                    .as(application.log())
                    .isZero();
        }
    }

    /** Some ten minutes; {@code -Dmuster.long=true}. */
    @Test
    @Tag("long")
    void the_ledger_keeps_its_word_for_long_and_on_a_full_disk() throws Exception {
        Optional<StandingServers> small = StandingServers.onSmallDisk(DISK_MEGABYTES);
        if (small.isEmpty()) {
            System.out.println("No mount namespace can be had on this machine: the disk is not filled.");
        }
        StandingServers own = small.orElseGet(StandingServers::shared);
        MusterLedger muster = MusterLedger.start(own);
        try (var application = muster.application()) {
            List<Fault> faults = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Fault fault : Fault.values()) {
                    if (fault != Fault.FILL_DISK || small.isPresent()) {
                        faults.add(fault);
                    }
                }
                Collections.rotate(faults, round);
            }
            isWhole(muster, Storm.over(muster, own, 2 * CLIENTS, faults, 200, System.nanoTime()));
            application.stop();
            assertThat(application.run(Map.of(), "prove-ledger"))
                    .as(application.log())
                    .isZero();
            assertThat(application.run(Map.of(), "verify-audit"))
                    .as(application.log())
                    .isZero();
        } finally {
            small.ifPresent(StandingServers::close);
        }
    }

    @Test
    void a_ledger_that_looks_before_it_writes_is_found_out() throws Exception {
        StandingServers servers = StandingServers.shared();
        NaiveLedger naive = NaiveLedger.start(servers);
        try (var application = naive.application()) {
            Journal journal = Storm.over(
                    naive,
                    servers,
                    CLIENTS,
                    List.of(Fault.CRASH_DATABASE, Fault.DROP_CONNECTIONS, Fault.KILL_APPLICATION),
                    60,
                    SEED);
            application.kill();
            assertThat(HistoryChecker.violations(journal.operations(), naive.state()))
                    .as("two were told that they have the same time")
                    .anySatisfy(violation -> {
                        assertThat(violation.kind()).isEqualTo(Kind.OVERLAP);
                        assertThat(violation.what()).startsWith("both acknowledged");
                    })
                    .as("and its sums are wrong")
                    .anySatisfy(violation -> assertThat(violation.kind()).isEqualTo(Kind.BALANCE));
        }
    }

    /** Every violation, with the whole history beside it in a file. */
    private static void isWhole(Subject subject, Journal journal) throws Exception {
        LedgerState state = subject.state();
        List<Violation> violations = HistoryChecker.violations(journal.operations(), state);
        journal.write(RunningApplication.FOLDER.resolve("journal.txt"));
        Files.write(
                RunningApplication.FOLDER.resolve("entries.txt"),
                state.entries().stream().map(Object::toString).toList());
        long unknown = journal.operations().stream()
                .filter(operation -> !operation.known())
                .count();
        System.out.printf(
                "%d operations, %d acknowledged, %d of which nobody heard; %d entries%n",
                journal.operations().size(),
                journal.acknowledged(),
                unknown,
                state.entries().size());
        assertThat(violations).isEmpty();
        assertThat(state.entries()).as("the clients did something").hasSizeGreaterThan(100);
    }
}
