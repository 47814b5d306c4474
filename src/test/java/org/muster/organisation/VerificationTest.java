package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

@QuarkusTest
class VerificationTest {

    private static final VerificationWish DOCUMENTS =
            new VerificationWish(VerificationLevel.DOCUMENTS_CHECKED, "执照可随时提供");

    @Inject
    OrganisationRegistry registry;

    @Inject
    Memberships memberships;

    @Inject
    Delegations delegations;

    @Inject
    DataSource database;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void asking_needs_a_credit_code() {
        assertThat(reasons(registry.requestVerification(cast.anOwner(), DOCUMENTS, clock.instant())))
                .containsExactly("organisation.verification_needs_credit_code");
    }

    @Test
    void one_request_waits_at_a_time_and_only_owners_ask() {
        Actor owner = cast.anOwnerWithACreditCode();
        assertThat(reasons(registry.requestVerification(cast.aColleagueOf(owner), DOCUMENTS, clock.instant())))
                .containsExactly("organisation.owners_only");
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, clock.instant()));
        assertThat(reasons(registry.requestVerification(owner, DOCUMENTS, clock.instant())))
                .containsExactly("organisation.verification_already_asked");
    }

    @Test
    void a_grant_lifts_the_level_closes_the_request_and_stays_in_the_history() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Actor operator = cast.anOperator();
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, clock.instant()));
        assertThat(waiting(operator)).contains(id);

        LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        Cast.theIdOf(registry.decide(operator, id, Cast.aGrant(facts(operator, id), until), clock.instant()));

        assertThat(waiting(operator)).doesNotContain(id);
        assertThat(registry.card(id)).get().satisfies(card -> {
            assertThat(card.level()).isEqualTo(VerificationLevel.DOCUMENTS_CHECKED);
            assertThat(card.verifiedUntil()).contains(until);
        });
        assertThat(memberships.of(owner.person().orElseThrow()).get(0).verified())
                .isTrue();
        assertThat(registry.own(owner, clock.instant()).orElseThrow().decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.decidedBy()).isEqualTo("审核员小孙");
                    assertThat(decision.reason()).isEqualTo("营业执照与公示系统一致");
                    assertThat(decision.validUntil()).isEqualTo(until);
                });
    }

    @Test
    void a_refusal_keeps_what_was_granted_before_and_a_withdrawal_takes_it_back() {
        Actor owner = cast.anOwnerWithACreditCode();
        Actor operator = cast.anOperator();
        OrganisationId id = verified(owner, operator, clock.instant(), LocalDate.of(2028, 1, 31));

        Cast.theIdOf(registry.requestVerification(
                owner, new VerificationWish(VerificationLevel.VISITED, ""), clock.instant()));
        Cast.theIdOf(registry.decide(operator, id, plain(Verdict.REFUSE, operator, id), clock.instant()));
        assertThat(registry.card(id).orElseThrow().level()).isEqualTo(VerificationLevel.DOCUMENTS_CHECKED);

        Cast.theIdOf(registry.decide(operator, id, plain(Verdict.WITHDRAW, operator, id), clock.instant()));
        assertThat(registry.card(id).orElseThrow().level()).isEqualTo(VerificationLevel.REGISTERED);
        assertThat(registry.own(owner, clock.instant()).orElseThrow().decisions())
                .hasSize(3);
    }

    @Test
    void a_check_that_has_run_out_counts_no_more_and_is_written_off_once() {
        Actor owner = cast.anOwnerWithACreditCode();
        Actor operator = cast.anOperator();
        Instant longAgo = Instant.parse("2024-03-01T08:00:00Z");
        OrganisationId id = verified(owner, operator, longAgo, LocalDate.of(2024, 6, 30));

        Instant onItsLastDay = Instant.parse("2024-06-30T08:00:00Z");
        assertThat(levelAt(owner, onItsLastDay)).isEqualTo(VerificationLevel.DOCUMENTS_CHECKED);
        assertThat(registry.card(id).orElseThrow().level()).isEqualTo(VerificationLevel.REGISTERED);
        assertThat(memberships.of(owner.person().orElseThrow()).get(0).verified())
                .isFalse();

        registry.lapseVerifications(clock.instant());
        assertThat(levelAt(owner, onItsLastDay)).isEqualTo(VerificationLevel.REGISTERED);
        assertThat(registry.lapseVerifications(clock.instant())).isZero();
    }

    @Test
    void while_a_check_stands_the_code_it_rests_on_stays() {
        Actor owner = cast.anOwnerWithACreditCode();
        verified(owner, cast.anOperator(), clock.instant(), LocalDate.of(2028, 1, 31));
        OwnOrganisation own = registry.own(owner, clock.instant()).orElseThrow();
        assertThat(own.creditCodeFixed()).isTrue();
        var other = new ProfileChange(own.version(), "", "13812345678", "", "江阴", "", "口罩", "", CreditCodes.fresh());
        assertThat(reasons(registry.changeProfile(owner, other, clock.instant())))
                .containsExactly("organisation.credit_code_fixed");
        var silent = new ProfileChange(own.version(), "", "13812345678", "", "江阴", "", "口罩", "", "");
        Cast.theIdOf(registry.changeProfile(owner, silent, clock.instant()));
        assertThat(registry.own(owner, clock.instant()).orElseThrow().creditCode())
                .isEqualTo(own.creditCode());
    }

    @Test
    void who_is_no_operator_sees_no_queue_and_no_case_and_decides_nothing() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, clock.instant()));
        Actor other = cast.anOwner();
        assertThat(registry.waitingForVerification(other, clock.instant())).isEmpty();
        assertThat(registry.verificationCase(other, id, clock.instant())).isEmpty();
        assertThat(reasons(registry.decide(
                        other,
                        id,
                        Cast.aGrant(facts(cast.anOperator(), id), LocalDate.of(2028, 1, 31)),
                        clock.instant())))
                .contains("organisation.decision_operators_only");
    }

    @Test
    void two_operators_do_not_decide_one_request_twice() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, clock.instant()));
        Judgement seenByBoth = Cast.aGrant(facts(cast.anOperator(), id), LocalDate.of(2028, 1, 31));
        Cast.theIdOf(registry.decide(cast.anOperator(), id, seenByBoth, clock.instant()));
        assertThat(reasons(registry.decide(cast.anOperator(), id, seenByBoth, clock.instant())))
                .containsExactly("organisation.decision_made_meanwhile");
    }

    private VerificationLevel levelAt(Actor owner, Instant moment) {
        return registry.own(owner, moment).orElseThrow().card().level();
    }

    private OrganisationId verified(Actor owner, Actor operator, Instant when, LocalDate until) {
        OrganisationId id = owner.organisation().orElseThrow();
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, when));
        return Cast.theIdOf(registry.decide(operator, id, Cast.aGrant(facts(operator, id), until), when));
    }

    private Judgement plain(Verdict verdict, Actor operator, OrganisationId id) {
        return new Judgement(
                verdict,
                "材料与现场不符",
                Optional.empty(),
                facts(operator, id).request().map(VerificationCase.Request::id));
    }

    private VerificationCase facts(Actor operator, OrganisationId id) {
        return registry.verificationCase(operator, id, clock.instant()).orElseThrow();
    }

    private List<OrganisationId> waiting(Actor operator) {
        return registry.waitingForVerification(operator, clock.instant()).stream()
                .map(VerificationCase.Waiting::organisation)
                .toList();
    }

    private static List<String> reasons(Outcome<?> outcome) {
        return outcome.fold(
                done -> List.of(),
                refusals -> refusals.stream().map(Refusal::key).toList());
    }

    @Test
    void the_highest_level_takes_two_persons() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Actor first = cast.anOperator();
        Actor second = cast.anOperator();
        Cast.theIdOf(registry.requestVerification(
                owner, new VerificationWish(VerificationLevel.VISITED, ""), clock.instant()));
        assertThat(reasons(decide(first, id, Verdict.GRANT_VISITED)))
                .containsExactly("organisation.decision_needs_proposal");

        Cast.theIdOf(decide(first, id, Verdict.PROPOSE_VISITED));
        assertThat(level(id)).isEqualTo(VerificationLevel.REGISTERED);
        assertThat(registry.waitingForVerification(second, clock.instant()))
                .filteredOn(one -> one.organisation().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.proposed()).isTrue());
        assertThat(facts(first, id).verdicts()).doesNotContain(Verdict.GRANT_VISITED, Verdict.PROPOSE_VISITED);
        assertThat(reasons(decide(first, id, Verdict.GRANT_VISITED)))
                .containsExactly("organisation.decision_needs_second_person");
        assertThat(reasons(decide(second, id, Verdict.PROPOSE_VISITED)))
                .containsExactly("organisation.decision_proposed_already");

        Cast.theIdOf(decide(second, id, Verdict.GRANT_VISITED));
        assertThat(level(id)).isEqualTo(VerificationLevel.VISITED);
        assertThat(waiting(second)).doesNotContain(id);
        assertThat(registry.own(owner, clock.instant())
                        .orElseThrow()
                        .decisions()
                        .get(0)
                        .proposedBy())
                .isEqualTo(first.name());
    }

    @Test
    void a_proposal_that_was_refused_is_none() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Actor second = cast.anOperator();
        Cast.theIdOf(registry.requestVerification(
                owner, new VerificationWish(VerificationLevel.VISITED, ""), clock.instant()));
        Cast.theIdOf(decide(cast.anOperator(), id, Verdict.PROPOSE_VISITED));
        Cast.theIdOf(decide(second, id, Verdict.REFUSE));
        assertThat(reasons(decide(second, id, Verdict.GRANT_VISITED)))
                .containsExactly("organisation.decision_needs_proposal");
    }

    @Test
    void the_database_lets_nobody_be_both_persons() throws SQLException {
        Actor owner = cast.anOwnerWithACreditCode();
        Actor operator = cast.anOperator();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into verification_decision
                            (id, organisation_id, verdict, level, reason, valid_until, decided_by, decided_at, proposed_by)
                        values (gen_random_uuid(), ?, 'GRANT_VISITED', 'VISITED', 'by myself alone', current_date, ?, now(), ?)
                        """)) {
            insert.setObject(1, owner.organisation().orElseThrow().value());
            insert.setObject(2, operator.person().orElseThrow().value());
            insert.setObject(3, operator.person().orElseThrow().value());
            assertThatThrownBy(insert::executeUpdate).hasMessageContaining("ck_verification_decision_two_persons");
        }
    }

    @Test
    void a_liaison_decides_for_the_delegated_area_but_not_on_the_last_word() {
        Actor owner = cast.anOwnerWithACreditCode();
        OrganisationId id = owner.organisation().orElseThrow();
        Actor liaison = cast.aLiaison();
        Actor operator = cast.anOperator();
        Cast.theIdOf(registry.requestVerification(owner, DOCUMENTS, clock.instant()));
        assertThat(registry.verificationCase(liaison, id, clock.instant())).isEmpty();
        assertThat(reasons(decide(liaison, id, Verdict.GRANT_DOCUMENTS)))
                .contains("organisation.decision_operators_only");

        UUID area = Cast.theIdOf(delegations.ask(liaison, "无锡市", "无锡市工信局", clock.instant()));
        Cast.theIdOf(delegations.decide(operator, area, true, "已核对介绍信", clock.instant()));
        assertThat(waiting(liaison)).contains(id);
        assertThat(facts(liaison, id).verdicts())
                .containsExactly(Verdict.GRANT_DOCUMENTS, Verdict.PROPOSE_VISITED, Verdict.REFUSE);
        assertThat(reasons(decide(liaison, id, Verdict.WITHDRAW))).contains("organisation.decision_not_delegated");

        Cast.theIdOf(decide(liaison, id, Verdict.GRANT_DOCUMENTS));
        assertThat(level(id)).isEqualTo(VerificationLevel.DOCUMENTS_CHECKED);
        Cast.theIdOf(decide(liaison, id, Verdict.PROPOSE_VISITED));
        assertThat(reasons(decide(liaison, id, Verdict.GRANT_VISITED))).contains("organisation.decision_not_delegated");
        Cast.theIdOf(decide(operator, id, Verdict.GRANT_VISITED));
        assertThat(level(id)).isEqualTo(VerificationLevel.VISITED);
    }

    @Test
    void nobody_grants_themselves_an_area() {
        Actor liaison = cast.aLiaison();
        UUID area = Cast.theIdOf(delegations.ask(liaison, "无锡市", "无锡市工信局", clock.instant()));
        Actor both = new Actor(
                liaison.person(), liaison.name(), Set.of(Role.LIAISON, Role.OPERATOR), Optional.empty(), false);
        assertThat(reasons(delegations.decide(both, area, true, "我自己批准", clock.instant())))
                .containsExactly("organisation.area_not_own");
        assertThat(reasons(delegations.decide(liaison, area, true, "我自己批准", clock.instant())))
                .containsExactly("organisation.decision_operators_only");
    }

    private Outcome<OrganisationId> decide(Actor by, OrganisationId id, Verdict verdict) {
        Optional<UUID> open = registry.verificationCase(cast.anOperator(), id, clock.instant())
                .flatMap(VerificationCase::request)
                .map(VerificationCase.Request::id);
        LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        return registry.decide(
                by, id, new Judgement(verdict, "营业执照与公示系统一致", Optional.of(until), open), clock.instant());
    }

    private VerificationLevel level(OrganisationId id) {
        return registry.card(id).orElseThrow().level();
    }
}
