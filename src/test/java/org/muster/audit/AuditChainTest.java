package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.audit.ChainBreak.Kind;

/** Whatever somebody with the keys to the database does to the trail afterwards, it shows. */
@QuarkusTest
class AuditChainTest {

    private static final int BATCH = 10;

    @Inject
    Clock clock;

    private AnAuditOfItsOwn audit;
    private AuditEntries entries;
    private Seals seals;
    private Sealer sealer;
    private Verifier verifier;
    private AuditChain chain;

    @BeforeEach
    void an_empty_trail() {
        audit = new AnAuditOfItsOwn();
        entries = new AuditEntries(audit.database());
        seals = new Seals(audit.database());
        sealer = new Sealer(seals, new Small(BATCH), clock);
        verifier = new Verifier(audit.database(), new Small(BATCH), clock);
        chain = new AuditChain(seals, verifier, new Small(BATCH), clock);
    }

    @AfterEach
    void is_gone() {
        audit.close();
    }

    @Test
    void a_trail_nobody_touched_is_whole() {
        write(35);
        assertThat(sealer.sealAll()).isEqualTo(35);
        write(3);
        Verification verification = verify();
        assertThat(verification.firstBreak()).isEmpty();
        assertThat(verification.seals()).isEqualTo(4);
        assertThat(verification.entries()).isEqualTo(35);
        assertThat(verification.waiting()).isEqualTo(3);
        assertThat(verification.head()).isPresent();
    }

    @Test
    void a_trail_without_a_line_is_whole() {
        assertThat(sealer.sealAll()).isZero();
        assertThat(verify().firstBreak()).isEmpty();
        assertThat(verify().head()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor_id = gen_random_uuid()",
                "actor_id = null",
                "actor_name = actor_name || ' '",
                "organisation_id = null",
                "action = 'Unwelded'",
                "subject_kind = 'wall'",
                "subject_id = gen_random_uuid()",
                "details = '{\"seams\": 4}'"
            })
    void a_line_altered_in_any_part_shows(String change) {
        write(25);
        sealer.sealAll();
        audit.asOwner("update audit_entry set " + change + " where id = 17");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_ALTERED, 2, 17));
    }

    @Test
    void a_missing_line_shows() {
        write(25);
        sealer.sealAll();
        audit.asOwner("delete from audit_entry where id = 21");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_MISSING, 3, 21));
    }

    @Test
    void the_last_line_does_not_go_unseen_either() {
        write(20);
        sealer.sealAll();
        audit.asOwner("delete from audit_entry where id = 20");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_MISSING, 2, 20));
    }

    @Test
    void a_line_put_in_past_the_application_shows() {
        write(5);
        gap();
        write(5);
        sealer.sealAll();
        long gap = 6;
        audit.asOwner(insert(gap, "now()"));
        sealer.sealAll();
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_INSERTED, 0, gap));
    }

    @Test
    void a_line_put_in_as_if_it_were_written_long_ago_shows_although_it_was_sealed() {
        write(5);
        gap();
        write(5);
        sealer.sealAll();
        audit.asOwner(insert(6, "now() - interval '3 days'"));
        audit.asOwner("insert into audit_unsealed values (6)");
        sealer.sealAll();
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_MISDATED, 2, 6));
    }

    @Test
    void a_line_dated_ahead_shows() {
        write(1);
        audit.asOwner(insert(2, "now() + interval '3 days'"));
        audit.asOwner("insert into audit_unsealed values (2)");
        sealer.sealAll();
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_MISDATED, 1, 2));
    }

    @Test
    void a_line_deleted_before_it_was_sealed_shows() {
        write(3);
        audit.asOwner("delete from audit_entry where id = 2");
        assertThat(sealer.sealAll()).isEqualTo(2);
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_GONE_UNSEALED, 0, 2));
    }

    @Test
    void a_line_exchanged_for_another_does_not_make_the_numbers_right() {
        write(20);
        sealer.sealAll();
        audit.asOwner("insert into audit_unsealed values (7)");
        audit.asOwner(insert(21, "now()"));
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_SEALED_TWICE, 0, 7));
        sealer.sealAll();
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_SEALED_TWICE, 3, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed_at = sealed_at - interval '1 second'",
                "previous = hash",
                "hash = sha256(hash)",
                "entries = entries[2:] || entries[1]",
                "fingerprints = sha256('x') || substring(fingerprints from 33)"
            })
    void an_altered_seal_shows(String change) {
        write(40);
        sealer.sealAll();
        audit.asOwner("drop index uq_audit_seal_previous");
        audit.asOwner("update audit_seal set " + change + " where number = 3");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.SEAL_ALTERED, 3, 0));
    }

    @Test
    void a_line_and_its_seal_altered_together_show_at_the_next_seal() {
        write(40);
        sealer.sealAll();
        audit.asOwner("update audit_entry set actor_name = 'nobody' where id = 15");
        sealAnew(2);
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.SEAL_ALTERED, 3, 0));
    }

    @Test
    void a_chain_written_anew_to_its_end_shows_to_whoever_noted_a_hash() {
        write(40);
        sealer.sealAll();
        String noted = verify().head().orElseThrow();
        audit.asOwner("update audit_entry set actor_name = 'nobody' where id = 15");
        for (long number = 2; number <= 4; number++) {
            sealAnew(number);
        }
        assertThat(verify().firstBreak()).as("nothing inside tells").isEmpty();
        assertThat(verifier.verify("test", Map.of(4L, noted)).firstBreak())
                .hasValue(new ChainBreak(Kind.SEAL_REPLACED, 4, 0));
        assertThat(verifier.verify("test", Map.of(5L, noted)).firstBreak())
                .hasValue(new ChainBreak(Kind.SEAL_MISSING, 5, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_missing_seal_shows(long number) {
        write(40);
        sealer.sealAll();
        audit.asOwner("delete from audit_seal where number = " + number);
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.SEAL_MISSING, number, 0));
    }

    @Test
    void the_last_seal_cannot_be_taken_off_either() {
        write(40);
        sealer.sealAll();
        audit.asOwner("delete from audit_seal where number = 4");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_INSERTED, 0, 31));
    }

    @Test
    void a_transaction_that_commits_late_is_sealed_late_and_not_skipped() {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    entries.add(List.of(deed(1)));
                    written.countDown();
                    waitFor(mayCommit);
                }));
        waitFor(written);
        write(12);
        assertThat(sealer.sealAll())
                .as("what is committed does not wait for what is not")
                .isEqualTo(12);
        assertThat(verify().firstBreak()).isEmpty();
        mayCommit.countDown();
        late.join();
        assertThat(verify().waiting()).isEqualTo(1);
        assertThat(sealer.sealAll()).isEqualTo(1);
        assertThat(seals.last().orElseThrow().entries()).containsExactly(1L);
        assertThat(verify().firstBreak()).isEmpty();
        assertThat(verify().entries()).isEqualTo(13);
    }

    @Test
    void a_rolled_back_transaction_leaves_a_gap_and_no_suspicion() {
        write(3);
        gap();
        write(3);
        sealer.sealAll();
        assertThat(audit.numberAsOwner("select max(id) from audit_entry")).isEqualTo(7);
        assertThat(verify().firstBreak()).isEmpty();
        assertThat(verify().entries()).isEqualTo(6);
    }

    @Test
    void two_sealers_and_many_writers_make_one_chain() {
        List<CompletableFuture<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            work.add(CompletableFuture.runAsync(() -> IntStream.range(0, 60).forEach(i -> write(1 + i % 3))));
        }
        for (int one = 0; one < 2; one++) {
            Sealer replica = new Sealer(new Seals(audit.database()), new Small(7), clock);
            work.add(CompletableFuture.runAsync(() -> IntStream.range(0, 80).forEach(i -> replica.sealAll())));
        }
        CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        sealer.sealAll();
        Verification verification = verify();
        assertThat(verification.firstBreak()).isEmpty();
        assertThat(verification.entries()).isEqualTo(3 * 120);
        assertThat(verification.waiting()).isZero();
        assertThat(verification.seals()).isEqualTo(audit.numberAsOwner("select count(*) from audit_seal"));
    }

    @Test
    void whoever_finds_another_sealing_goes_away() {
        write(5);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    assertThat(seals.lock()).isTrue();
                    locked.countDown();
                    waitFor(mayEnd);
                }));
        waitFor(locked);
        assertThat(sealer.sealAll()).isZero();
        mayEnd.countDown();
        other.join();
        assertThat(sealer.sealAll()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_seal set sealed_at = now()",
                "delete from audit_seal",
                "truncate audit_seal",
                "update audit_unsealed set entry_id = 1",
                "truncate audit_unsealed",
                "update audit_verification set break_kind = null",
                "delete from audit_verification"
            })
    void the_database_lets_the_application_only_add(String sql) throws SQLException {
        write(1);
        sealer.sealAll();
        try (var connection = audit.database().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_command_ends_with_0_for_a_whole_trail_and_with_1_for_a_broken_one() {
        write(30);
        sealer.sealAll();
        VerifyAudit command = new VerifyAudit(chain);
        String head = verify().head().orElseThrow();
        assertThat(command.run(List.of())).isZero();
        assertThat(command.run(List.of("3:" + head))).isZero();
        assertThat(command.run(List.of("2:" + head))).isEqualTo(1);
        assertThat(command.run(List.of("head"))).isEqualTo(1);
        audit.asOwner("delete from audit_entry where id = 1");
        assertThat(command.run(List.of())).isEqualTo(1);
        assertThat(seals.lastVerification().orElseThrow().firstBreak())
                .hasValue(new ChainBreak(Kind.ENTRY_MISSING, 1, 1));
    }

    @Test
    void the_fingerprint_can_be_made_with_nothing_but_the_database() {
        write(3);
        sealer.sealAll();
        audit.asOwner(
                "update audit_entry set details = '{\"a\": [1, 2.50, \"口罩\"], \"b\": null}', actor_id = null where id = 2");
        byte[] ours = seals.last().orElseThrow().fingerprints().get(0);
        assertThat(fingerprintInSql(1)).isEqualTo(HexFormat.of().formatHex(ours));
        audit.asOwner("insert into audit_unsealed values (2)");
        sealer.sealAll();
        assertThat(fingerprintInSql(2))
                .isEqualTo(HexFormat.of()
                        .formatHex(seals.last().orElseThrow().fingerprints().get(0)));
    }

    /** A long chain: sealed and gone over by the thousand. */
    @Test
    void a_long_chain_is_gone_over_in_seconds() {
        int lines = 60_000;
        audit.asOwner("""
                with written as (
                    insert into audit_entry (at, actor_name, action, subject_kind, subject_id, details)
                    select now(), 'muster', 'Welded', 'seam', gen_random_uuid(), jsonb_build_object('seams', n, 'note', repeat('x', 200))
                    from generate_series(1, %d) as n returning id
                )
                insert into audit_unsealed select id from written
                """.formatted(lines));
        Sealer inThousands = new Sealer(seals, new Small(1_000), clock);
        assertThat(inThousands.sealAll()).isEqualTo(lines);
        Verification verification = verify();
        assertThat(verification.firstBreak()).isEmpty();
        assertThat(verification.entries()).isEqualTo(lines);
        assertThat(verification.took()).isLessThan(Duration.ofSeconds(20));
        audit.asOwner("update audit_entry set details = '{}' where id = 59999");
        assertThat(verify().firstBreak()).hasValue(new ChainBreak(Kind.ENTRY_ALTERED, 60, 59_999));
    }

    private Verification verify() {
        return verifier.verify("test", Map.of());
    }

    private void write(int lines) {
        QuarkusTransaction.requiringNew()
                .run(() -> entries.add(
                        IntStream.range(0, lines).mapToObj(this::deed).toList()));
    }

    /** A transaction that took an id and was rolled back. */
    private void gap() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entries.add(List.of(deed(0)));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
    }

    private AuditEntries.Deed deed(int seams) {
        Instant now = clock.instant();
        return new AuditEntries.Deed(
                now,
                Optional.of(UUID.randomUUID()),
                "李雷",
                Optional.of(UUID.randomUUID()),
                "Welded",
                "seam",
                UUID.randomUUID(),
                "{\"seams\": %d}".formatted(seams));
    }

    private static String insert(long id, String at) {
        return "insert into audit_entry (id, at, actor_name, action, subject_kind, subject_id) overriding system value values (%d, %s, '李雷', 'Welded', 'seam', gen_random_uuid())"
                .formatted(id, at);
    }

    /** What somebody would do who alters a seal and knows how seals are made. */
    private void sealAnew(long number) {
        Seal before = seal(number - 1);
        Seal now = seal(number);
        List<byte[]> fingerprints = new ArrayList<>();
        try (var connection = audit.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select " + Seals.ENTRY
                        + " from audit_entry e join audit_seal s on s.number = " + number
                        + " and e.id = any (s.entries) order by e.id")) {
            while (rows.next()) {
                fingerprints.add(Seals.fingerprint(rows));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        Seal forged = Seal.over(number, now.sealedAt(), before.hash(), now.entries(), fingerprints);
        audit.asOwner(
                "update audit_seal set previous = '\\x%s', fingerprints = '\\x%s', hash = '\\x%s' where number = %d"
                        .formatted(
                                HexFormat.of().formatHex(forged.previous()),
                                HexFormat.of().formatHex(forged.fingerprintsTogether()),
                                HexFormat.of().formatHex(forged.hash()),
                                number));
    }

    private Seal seal(long number) {
        try (var connection = audit.database().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select number, sealed_at, previous, entries, fingerprints, hash from audit_seal where number = "
                                + number)) {
            assertThat(row.next()).isTrue();
            return Seals.seal(row);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The statement of docs/audit.md. */
    private String fingerprintInSql(long entry) {
        String sql = FingerprintInSql.statement();
        try (var connection = audit.database().getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, entry);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Small(int sealed) implements AuditConfig {

        @Override
        public String sealEvery() {
            return "off";
        }

        @Override
        public Duration verifyAfter() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration tolerance() {
            return Duration.ofHours(1);
        }
    }
}
