package org.muster.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

@QuarkusTest
class AuditTrailTest {

    private static final Actor OPERATOR =
            new Actor(Optional.of(PersonId.create()), "操作员", Set.of(Role.OPERATOR), Optional.empty(), false);

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    CurrentActor current;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Test
    void a_deed_is_written_with_who_did_it_for_whom() {
        UUID line = UUID.randomUUID();
        OrganisationId organisation = OrganisationId.create();
        Actor person = new Actor(
                Optional.of(PersonId.create()),
                "Li Lei " + line,
                Set.of(Role.MEMBER),
                Optional.of(organisation),
                false);
        current.runAs(person, () -> publish(new Welded(line, 3, "13812345678")));

        assertThat(trail.search(OPERATOR, about(line)).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(person.person().map(PersonId::value));
                    assertThat(entry.actorName()).isEqualTo(person.name());
                    assertThat(entry.organisation()).hasValue(organisation.value());
                    assertThat(entry.action()).isEqualTo("Welded");
                    assertThat(entry.subjectKind()).isEqualTo("seam");
                    assertThat(entry.details()).contains("\"seams\": 3").doesNotContain("13812345678");
                });
    }

    @Test
    void work_without_a_request_is_done_by_muster_itself() {
        UUID line = UUID.randomUUID();
        publish(new Welded(line, 1, ""));

        assertThat(trail.search(OPERATOR, about(line)).entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.actorName()).isEqualTo(Actor.system().name()));
    }

    @Test
    void a_deed_that_was_rolled_back_leaves_no_line() {
        UUID line = UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(new Welded(line, 1, ""));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(trail.search(OPERATOR, about(line)).total()).isZero();
    }

    @Test
    void thousands_of_deeds_in_one_transaction_are_all_written() {
        UUID line = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.publishAll(IntStream.range(0, 2_345)
                        .mapToObj(i -> new Welded(line, i, ""))
                        .toList()));

        assertThat(trail.search(OPERATOR, about(line)).total()).isEqualTo(2_345);
    }

    @Test
    void deeds_are_found_by_actor_action_and_time_the_latest_first() {
        String name = "Han Meimei " + UUID.randomUUID();
        Actor person = new Actor(Optional.of(PersonId.create()), name, Set.of(), Optional.empty(), false);
        Instant before = clock.instant();
        current.runAs(person, () -> publish(new Welded(UUID.randomUUID(), 1, "")));
        current.runAs(person, () -> publish(new Welded(UUID.randomUUID(), 2, "")));

        AuditPage page = trail.search(
                OPERATOR,
                query(Optional.of(name.toUpperCase(Locale.ROOT)), Optional.of("Welded"), before.minusSeconds(1), 1, 1));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("2"));
        assertThat(trail.search(OPERATOR, query(Optional.of(name), Optional.of("Welded"), before.minusSeconds(1), 2, 1))
                        .entries())
                .hasSize(1);
        assertThat(trail.search(
                                OPERATOR,
                                query(Optional.of(name), Optional.empty(), before.plus(Duration.ofHours(1)), 1, 9))
                        .total())
                .isZero();
        assertThat(trail.search(OPERATOR, query(Optional.of("%"), Optional.empty(), before, 1, 9))
                        .total())
                .isZero();
        assertThat(trail.actions(OPERATOR)).contains("Welded").doesNotHaveDuplicates();
        assertThat(trail.subjectKinds(OPERATOR)).contains("seam");
    }

    @Test
    void only_operators_look_things_up() {
        publish(new Welded(UUID.randomUUID(), 1, ""));
        assertThat(trail.search(Actor.visitor(), query(Optional.empty(), Optional.empty(), Instant.EPOCH, 1, 9))
                        .entries())
                .isEmpty();
        assertThat(trail.actions(Actor.visitor())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set actor_name = 'nobody'", "delete from audit_entry", "truncate audit_entry"
            })
    void the_database_lets_nobody_change_the_trail(String sql) throws SQLException {
        publish(new Welded(UUID.randomUUID(), 1, ""));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    private void publish(DomainEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
    }

    private static AuditQuery about(UUID subject) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of("seam"),
                Optional.of(subject),
                Optional.empty(),
                Optional.empty(),
                1,
                50);
    }

    private static AuditQuery query(Optional<String> actor, Optional<String> action, Instant from, int page, int size) {
        return new AuditQuery(
                actor, action, Optional.empty(), Optional.empty(), Optional.of(from), Optional.empty(), page, size);
    }

    record Welded(UUID aggregateId, int seams, String mobile) implements DomainEvent {
        @Override
        public String aggregateKind() {
            return "seam";
        }
    }
}
