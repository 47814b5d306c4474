package org.muster.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.muster.attachment.AttachmentCard;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.Delegations;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;
import org.muster.testing.Papers;
import org.muster.testing.Traders;

@QuarkusTest
class CertificatesTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Inject
    Certificates certificates;

    @Inject
    Delegations delegations;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Owners owners;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void what_is_stated_is_shown_with_its_parts_understood() {
        Actor owner = owners.anOwner();
        add(owner, aRegistration());
        assertThat(shownOf(owner)).singleElement().satisfies(card -> {
            assertThat(card.number()).isEqualTo("苏械注准20202140123");
            assertThat(card.rule()).contains(NumberRule.DEVICE_REGISTRATION);
            assertThat(card.scope()).containsExactly("surgical-mask");
            assertThat(card.standards()).extracting(CitedStandard::code).containsExactly("YY 0469");
            assertThat(card.check()).isEqualTo(CheckState.STATED);
            assertThat(card.isValidOn(today())).isTrue();
        });
    }

    @Test
    void everything_wrong_is_told_at_once() {
        CertificateDraft draft = new CertificateDraft(
                "REGISTRATION", "苏械注准2020", "", "DEALER_AUTHORISATION", "", "飞船", "", "", "2026-13-01", "", "");
        assertThat(certificates.add(owners.anOwner(), draft, clock.instant()).reasons())
                .extracting(Refusal::field, Refusal::key)
                .contains(
                        tuple("number", "certificate.number_not_by_rule"),
                        tuple("issuer", "certificate.issuer_missing"),
                        tuple("holder", "certificate.holder_missing"),
                        tuple("scope", "certificate.scope_unknown"),
                        tuple("validFrom", "certificate.day_unreadable"),
                        tuple("validTo", "certificate.valid_to_missing"));
    }

    @Test
    void validity_has_to_be_possible() {
        Actor owner = owners.anOwner();
        assertThat(reasons(certificates.add(owner, dated("2020-01-01", "2024-12-31"), clock.instant())))
                .containsExactly("certificate.valid_to_past");
        assertThat(reasons(certificates.add(owner, dated("2027-01-01", "2026-12-31"), clock.instant())))
                .containsExactly("certificate.valid_to_before_from");
        assertThat(reasons(certificates.add(owner, dated("2026-01-01", "2036-12-31"), clock.instant())))
                .containsExactly("certificate.valid_to_far");
    }

    @Test
    void what_no_database_keeps_is_left_out() {
        Actor owner = owners.anOwner();
        CertificateDraft typed = new CertificateDraft(
                "TEST_REPORT", "W-1\u0000\u0007", "检测\u0000中心", "OWN", "", "", "第一行\r\n第\u0000二行", "", "", "", "");
        add(owner, typed);
        assertThat(shownOf(owner)).singleElement().satisfies(card -> {
            assertThat(card.number()).isEqualTo("W-1");
            assertThat(card.issuer()).isEqualTo("检测 中心");
            assertThat(card.scopeText()).isEqualTo("第一行\n第 二行");
        });
    }

    @Test
    void one_number_is_shown_once_by_one_organisation() {
        Actor owner = owners.anOwner();
        CertificateId first = add(owner, aRegistration());
        assertThat(reasons(certificates.add(owner, aRegistration(), clock.instant())))
                .containsExactly("certificate.number_shown_already");
        certificates.withdraw(owner, first, clock.instant());
        assertThat(shownOf(owner)).isEmpty();
        assertThat(certificates.add(owner, aRegistration(), clock.instant()).isAccepted())
                .isTrue();
    }

    @Test
    void anothers_certificate_is_not_found() {
        Actor owner = owners.anOwner();
        Actor other = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        assertThat(certificates.mine(other, id)).isEmpty();
        assertThat(reasons(certificates.change(other, id, 0, aRegistration(), clock.instant())))
                .containsExactly(Certificates.NOT_FOUND);
        assertThat(reasons(certificates.withdraw(other, id, clock.instant()))).containsExactly(Certificates.NOT_FOUND);
        assertThat(shownOf(owner)).hasSize(1);
    }

    @Test
    void a_check_is_dated_has_a_proof_and_falls_with_the_next_change() {
        Actor owner = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        Actor operator = owners.anOperator("孙审核");
        assertThat(certificates.waiting(operator))
                .extracting(WaitingCertificate::id)
                .contains(id);
        assertThat(reasons(check(operator, id, CheckVerdict.CONFIRM, " 见 ")))
                .containsExactly("certificate.proof_missing");
        check(operator, id, CheckVerdict.CONFIRM, "药监局网站查询一致").orElseThrow();

        assertThat(certificates.waiting(operator))
                .extracting(WaitingCertificate::id)
                .doesNotContain(id);
        OwnCertificate own = certificates.mine(owner, id).orElseThrow();
        assertThat(own.card().check()).isEqualTo(CheckState.CONFIRMED);
        assertThat(own.card().checkedOn()).isEqualTo(today());
        assertThat(own.checks()).singleElement().satisfies(view -> {
            assertThat(view.by()).isEqualTo("孙审核");
            assertThat(view.proof()).isEqualTo("药监局网站查询一致");
            assertThat(view.ofThis()).isTrue();
        });

        CertificateDraft renewed =
                dated(today().minusYears(1).toString(), today().plusYears(4).toString());
        certificates.change(owner, id, own.version(), renewed, clock.instant()).orElseThrow();
        OwnCertificate after = certificates.mine(owner, id).orElseThrow();
        assertThat(after.card().check()).isEqualTo(CheckState.STATED);
        assertThat(after.checks())
                .singleElement()
                .satisfies(view -> assertThat(view.ofThis()).isFalse());
    }

    @Test
    void saving_without_a_change_keeps_the_check() {
        Actor owner = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        check(owners.anOperator("孙审核"), id, CheckVerdict.CONFIRM, "药监局网站查询一致").orElseThrow();
        int version = certificates.mine(owner, id).orElseThrow().version();
        certificates
                .change(owner, id, version, aRegistration(), clock.instant())
                .orElseThrow();
        assertThat(certificates.mine(owner, id).orElseThrow().card().check()).isEqualTo(CheckState.CONFIRMED);
    }

    @Test
    void what_was_rejected_is_shown_to_nobody_else() {
        Actor owner = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        check(owners.anOperator("孙审核"), id, CheckVerdict.REJECT, "网站查无此号").orElseThrow();
        assertThat(shownOf(owner)).isEmpty();
        assertThat(certificates.mine(owner, id)).isPresent();
    }

    @Test
    void nobody_confirms_what_was_changed_meanwhile() {
        Actor owner = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        Actor operator = owners.anOperator("孙审核");
        int seen = certificates.caseOf(operator, id).orElseThrow().revision();
        certificates
                .change(
                        owner,
                        id,
                        certificates.mine(owner, id).orElseThrow().version(),
                        dated("", today().plusYears(1).toString()),
                        clock.instant())
                .orElseThrow();
        assertThat(reasons(certificates.check(
                        operator, id, new CheckDecision(CheckVerdict.CONFIRM, "查询一致", seen), clock.instant())))
                .containsExactly("certificate.changed_meanwhile");
    }

    @Test
    void nobody_checks_their_own() {
        Actor owner = owners.anOwner();
        CertificateId id = add(owner, aRegistration());
        Actor both = new Actor(owner.person(), owner.name(), Set.of(Role.OPERATOR), Optional.empty(), false);
        assertThat(reasons(check(both, id, CheckVerdict.CONFIRM, "我自己知道")))
                .containsExactly("certificate.check_not_own");
    }

    @Test
    void a_liaison_checks_in_the_delegated_area_only() {
        Actor liaison = owners.aLiaison("赵联络");
        Actor operator = owners.anOperator("孙审核");
        CertificateId inJiangyin = add(owners.anOwnerIn("江阴"), aRegistration());
        CertificateId inQingdao = add(owners.anOwnerIn("青岛"), aRegistration());
        assertThat(certificates.caseOf(liaison, inJiangyin)).isEmpty();

        UUID area = delegations.ask(liaison, "无锡市", "无锡市工信局", clock.instant()).orElseThrow();
        assertThat(certificates.caseOf(liaison, inJiangyin))
                .as("asked is not granted")
                .isEmpty();
        delegations.decide(operator, area, true, "已核对介绍信", clock.instant()).orElseThrow();

        assertThat(certificates.waiting(liaison))
                .extracting(WaitingCertificate::id)
                .contains(inJiangyin)
                .doesNotContain(inQingdao);
        assertThat(certificates.caseOf(liaison, inQingdao)).isEmpty();
        assertThat(reasons(check(liaison, inQingdao, CheckVerdict.CONFIRM, "看过原件")))
                .containsExactly(Certificates.NOT_FOUND);
        check(liaison, inJiangyin, CheckVerdict.CONFIRM, "到厂看过原件").orElseThrow();
        assertThat(certificates.caseOf(operator, inJiangyin).orElseThrow().checks())
                .singleElement()
                .satisfies(view -> assertThat(view.delegatedArea()).isEqualTo("320200"));

        delegations.decide(operator, area, false, "任期已满", clock.instant()).orElseThrow();
        assertThat(certificates.caseOf(liaison, inJiangyin)).isEmpty();
    }

    @Test
    void a_liaison_enters_what_an_unclaimed_organisation_of_the_area_has_and_somebody_else_checks_it() {
        Actor liaison = owners.aLiaison("钱联络");
        Actor operator = owners.anOperator("孙审核");
        OrganisationId unclaimed = anUnclaimedOne(liaison);
        assertThat(reasons(certificates.addOnBehalf(liaison, unclaimed, aRegistration(), clock.instant())))
                .as("not the own area")
                .containsExactly(Certificates.NOT_FOUND);

        UUID area = delegations.ask(liaison, "无锡市", "无锡市工信局", clock.instant()).orElseThrow();
        delegations.decide(operator, area, true, "已核对介绍信", clock.instant()).orElseThrow();
        CertificateId id = certificates
                .addOnBehalf(liaison, unclaimed, aRegistration(), clock.instant())
                .orElseThrow();
        assertThat(certificates.of(List.of(unclaimed)).get(unclaimed))
                .singleElement()
                .satisfies(card -> assertThat(card.check()).isEqualTo(CheckState.STATED));
        assertThat(reasons(check(liaison, id, CheckVerdict.CONFIRM, "我自己录入的")))
                .containsExactly("certificate.check_not_entered");
        check(operator, id, CheckVerdict.CONFIRM, "药监局网站查询一致").orElseThrow();
        assertThat(trail(id))
                .as("what was done, and to whose")
                .containsExactly("CertificateStated " + unclaimed.value(), "CertificateChecked " + unclaimed.value());

        Actor owner = owners.anOwnerIn("江阴");
        assertThat(reasons(certificates.addOnBehalf(
                        liaison, owner.organisation().orElseThrow(), aRegistration(), clock.instant())))
                .as("it has people of its own")
                .containsExactly(Certificates.NOT_FOUND);
    }

    private OrganisationId anUnclaimedOne(Actor liaison) {
        return registry.enterOnBehalf(
                        liaison,
                        new ProvisionalOrganisation(
                                "江阴" + Traders.aWord() + "口罩厂",
                                null,
                                "320281",
                                "口罩",
                                "防护物资企业摸排表",
                                LocalDate.of(2026, 10, 12)),
                        clock.instant())
                .id();
    }

    @Test
    void the_same_number_at_another_organisation_is_pointed_out_to_the_checker() {
        Actor one = owners.anOwner();
        Actor two = owners.anOwner();
        CertificateId first = add(one, numbered("苏械注准20212140777"));
        add(two, numbered("苏械注准20212140777"));
        assertThat(certificates
                        .caseOf(owners.anOperator("孙审核"), first)
                        .orElseThrow()
                        .elsewhere())
                .singleElement()
                .satisfies(card ->
                        assertThat(card.id()).isEqualTo(two.organisation().orElseThrow()));
    }

    @Test
    void a_document_is_for_those_who_may_have_it() {
        Actor owner = owners.anOwner();
        AttachmentCard file = certificates
                .keepDocument(owner, "注册证.pdf", Papers.aPdf("Certificate"), clock.instant())
                .orElseThrow();
        CertificateId id = add(owner, withDocument(file.id().toString()));
        Actor stranger = owners.anOwner();
        Actor verified = new Actor(stranger.person(), stranger.name(), stranger.roles(), stranger.organisation(), true);
        assertThat(certificates.document(owner, id)).isPresent();
        assertThat(certificates.document(owners.anOperator("孙审核"), id)).isPresent();
        assertThat(certificates.document(verified, id)).isPresent();
        assertThat(certificates.document(stranger, id)).isEmpty();
        assertThat(certificates.document(owners.aLiaison("赵联络"), id)).isEmpty();
        assertThat(certificates.document(Actor.visitor(), id)).isEmpty();
    }

    @Test
    void anothers_file_cannot_be_shown_as_ones_own() {
        Actor owner = owners.anOwner();
        AttachmentCard file = certificates
                .keepDocument(owner, "a.png", Papers.aPng(), clock.instant())
                .orElseThrow();
        assertThat(reasons(certificates.add(
                        owners.anOwner(), withDocument(file.id().toString()), clock.instant())))
                .containsExactly("certificate.document_gone");
    }

    @Test
    void its_people_are_warned_once_for_each_threshold_and_told_of_the_end() {
        Actor owner = owners.anOwner();
        Instant now = clock.instant();
        CertificateId id = add(owner, dated("", today().plusDays(40).toString()));
        certificates.warn(now);
        certificates.warn(now);
        assertThat(deeds(id)).containsExactly("CertificateStated", "CertificateEnding");
        certificates.warn(now.plus(Duration.ofDays(12)));
        certificates.warn(now.plus(Duration.ofDays(34)));
        certificates.warn(now.plus(Duration.ofDays(41)));
        certificates.warn(now.plus(Duration.ofDays(80)));
        assertThat(deeds(id))
                .containsExactly(
                        "CertificateStated",
                        "CertificateEnding",
                        "CertificateEnding",
                        "CertificateEnding",
                        "CertificateExpired");
    }

    @Test
    void of_many_that_ended_at_once_nobody_is_told_that_they_end_soon() throws SQLException {
        Actor owner = owners.anOwner();
        UUID organisation = owner.organisation().orElseThrow().value();
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("insert into certificate (id, organisation_id, kind, number,"
                        + " issuer, relation, valid_from, valid_to, created_at, stated_at)"
                        + " select gen_random_uuid(), ?, 'TEST_REPORT', 'T' || i, '某检测所', 'OWN', current_date - 400,"
                        + " current_date - 5, now(), now() from generate_series(1, 450) i")) {
            insert.setObject(1, organisation);
            assertThat(insert.executeUpdate()).isEqualTo(450);
        }
        while (certificates.warn(clock.instant()) > 0) {
            // The next two hundred.
        }
        try (Connection connection = database.getConnection();
                var told = connection.prepareStatement("select a.action, count(*) from audit_entry a"
                        + " join certificate c on c.id = a.subject_id where c.organisation_id = ? group by a.action")) {
            told.setObject(1, organisation);
            var rows = told.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("CertificateExpired");
            assertThat(rows.getInt(2)).isEqualTo(450);
            assertThat(rows.next()).isFalse();
        }
        // Nobody is to wait behind them in the queue of checks.
        try (Connection connection = database.getConnection();
                var withdraw = connection.prepareStatement(
                        "update certificate set withdrawn_at = now() where organisation_id = ?")) {
            withdraw.setObject(1, organisation);
            withdraw.executeUpdate();
        }
    }

    @Test
    void a_listing_shows_what_covers_it_or_the_whole_organisation() {
        Actor owner = owners.anOwner();
        add(owner, aRegistration());
        add(
                owner,
                new CertificateDraft(
                        "MANAGEMENT_SYSTEM",
                        "CN-0001",
                        "某认证中心",
                        "OWN",
                        "",
                        "",
                        "",
                        "ISO 13485:2016",
                        "",
                        today().plusYears(1).toString(),
                        ""));
        List<CertificateCard> shown = shownOf(owner);
        assertThat(certificates.covering(shown, List.of("医用外科口罩"))).hasSize(2);
        assertThat(certificates.covering(shown, List.of("熔喷布")))
                .extracting(CertificateCard::kind)
                .containsExactly(CertificateKind.MANAGEMENT_SYSTEM);
    }

    @Test
    void what_a_checker_said_cannot_be_rewritten() throws SQLException {
        CertificateId id = add(owners.anOwner(), aRegistration());
        check(owners.anOperator("孙审核"), id, CheckVerdict.CONFIRM, "药监局网站查询一致").orElseThrow();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update certificate_check set proof = 'none of it'"))
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> deeds(CertificateId id) {
        return audited(id, "action");
    }

    private List<String> trail(CertificateId id) {
        return audited(id, "action || ' ' || (details -> 'organisation' ->> 'value')");
    }

    private List<String> audited(CertificateId id, String what) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("select " + what
                        + " from audit_entry where subject_kind = 'certificate' and subject_id = ? order by id")) {
            statement.setObject(1, id.value());
            var rows = statement.executeQuery();
            var deeds = new ArrayList<String>();
            while (rows.next()) {
                deeds.add(rows.getString(1));
            }
            return deeds;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Outcome<CertificateId> check(Actor by, CertificateId id, CheckVerdict verdict, String proof) {
        int revision =
                certificates.caseOf(by, id).map(CertificateCase::revision).orElse(1);
        return certificates.check(by, id, new CheckDecision(verdict, proof, revision), clock.instant());
    }

    private CertificateId add(Actor owner, CertificateDraft draft) {
        return certificates.add(owner, draft, clock.instant()).orElseThrow();
    }

    private List<CertificateCard> shownOf(Actor owner) {
        OrganisationId id = owner.organisation().orElseThrow();
        return certificates.of(List.of(id)).getOrDefault(id, List.of());
    }

    private CertificateDraft aRegistration() {
        return numbered("苏械注准20202140123");
    }

    private CertificateDraft numbered(String number) {
        return draft(number, "", today().plusYears(2).toString(), "");
    }

    private CertificateDraft dated(String from, String to) {
        return draft("苏械注准20202140123", from, to, "");
    }

    private CertificateDraft withDocument(String document) {
        return draft("苏械注准20202140123", "", today().plusYears(2).toString(), document);
    }

    private static CertificateDraft draft(String number, String from, String to, String document) {
        return new CertificateDraft(
                "REGISTRATION", number, "江苏省药品监督管理局", "OWN", "", "医用外科口罩", "", "YY 0469-2023", from, to, document);
    }

    private LocalDate today() {
        return clock.instant().atZone(CHINA).toLocalDate();
    }

    private static List<String> reasons(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Refusal::key).toList();
    }
}
