package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.outbox.OutboxWorker;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;

@QuarkusTest
class DuplicatesTest {

    private static final LocalDate LIST_DAY = LocalDate.of(2026, 10, 12);

    /** What keeps naming a merged organisation on purpose, beside the tables that tell of merging. */
    private static final Set<String> STAYS_BEHIND = Set.of(
            "organisation.merged_into",
            "organisation_merge.merged_id",
            "organisation_merge.into_id",
            "duplicate_suspicion.first_id",
            "duplicate_suspicion.second_id",
            // about the papers of that one
            "verification_decision.organisation_id",
            // what was decided stays decided about that one; what waits follows
            "ownership_claim.organisation_id",
            "ownership_claim.into_id",
            // keys that both had used
            "ledger_answer.organisation_id");

    /** What follows; who adds a table that names organisations lets it follow at OrganisationsMerged, and says so here. */
    private static final Set<String> FOLLOWS = Set.of(
            "site.organisation_id",
            "membership.organisation_id",
            "invitation.organisation_id",
            "verification_request.organisation_id",
            "listing.organisation_id",
            "hold.organisation_id",
            "claim.supplier_id",
            "attachment.organisation_id",
            "certificate.organisation_id",
            "import_job.organisation_id",
            "roll_ask.organisation_id",
            "plan_run.organisation_id",
            "emergency_task.organisation_id",
            "ask.holder_id",
            "ask.organisation_id",
            "challenge_claim.organisation_id",
            "challenge_invitation.organisation_id",
            "challenge_opt_out.organisation_id",
            "blocked_organisation.supplier_id",
            "blocked_organisation.blocked_id");

    @Inject
    OrganisationRegistry registry;

    @Inject
    DuplicateDesk desk;

    @Inject
    Memberships memberships;

    @Inject
    OutboxWorker outbox;

    @Inject
    EntityManager database;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Test
    void variants_of_a_name_in_one_province_are_found_and_others_are_not() {
        String word = word();
        OrganisationId known = entered("江阴市" + word + "无纺布有限公司", "320281");
        OrganisationId variant = entered(word + "无纺布（江阴）厂", "320281");
        OrganisationId elsewhere = entered("武汉" + word + "无纺布有限公司", "420100");
        outbox.drain();

        assertThat(pairsOf(known)).containsExactly(variant);
        assertThat(pairsOf(elsewhere)).isEmpty();
    }

    @Test
    void one_wrong_letter_in_one_city_is_found() {
        String word = word();
        OrganisationId known = entered("江阴市" + word + "无纺布有限公司", "320281");
        OrganisationId mistyped = entered("江阴市" + word + "无仿布有限公司", "320281");
        outbox.drain();
        assertThat(pairsOf(known)).containsExactly(mistyped);
    }

    @Test
    void the_list_is_found_again_by_looking_through_all() {
        String word = word();
        OrganisationId known = entered("江阴市" + word + "无纺布有限公司", "320281");
        OrganisationId variant = entered(word + "无纺布（江阴）厂", "320281");
        outbox.drain();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from duplicate_suspicion where first_id in (:a, :b)")
                        .setParameter("a", known.value())
                        .setParameter("b", variant.value())
                        .executeUpdate());
        desk.lookThroughAll(cast.anOperator());
        assertThat(pairsOf(known)).containsExactly(variant);
    }

    @Test
    void people_sites_and_invitations_follow_and_the_old_one_leads_on() {
        Actor keptOwner = cast.anOwner();
        Actor otherOwner = cast.anOwnerWithACreditCode();
        OrganisationId kept = keptOwner.organisation().orElseThrow();
        OrganisationId other = otherOwner.organisation().orElseThrow();
        String link = cast.aLinkFrom(otherOwner);
        String code = registry.own(otherOwner, clock.instant()).orElseThrow().creditCode();
        Actor operator = cast.anOperator();
        UUID suspicion = compared(operator, kept, other);

        assertThat(desk.merge(operator, suspicion, kept, "同一张营业执照", clock.instant())
                        .isAccepted())
                .isTrue();

        assertThat(desk.standsAs(other)).isEqualTo(kept);
        assertThat(memberships.of(otherOwner.person().orElseThrow()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.organisation()).isEqualTo(kept);
                    assertThat(one.owner()).isTrue();
                });
        assertThat(registry.sites(kept)).hasSize(2);
        assertThat(registry.sites(other)).isEmpty();
        assertThat(registry.own(keptOwner, clock.instant()).orElseThrow().creditCode())
                .isEqualTo(code);
        assertThat(registry.offer(Actor.visitor(), link, clock.instant()))
                .isInstanceOfSatisfying(
                        JoinOffer.Open.class,
                        open -> assertThat(open.organisation()).isEqualTo(kept));
        assertThat(desk.past(operator)).first().satisfies(past -> {
            assertThat(past.into()).isEqualTo(kept);
            assertThat(past.reason()).isEqualTo("同一张营业执照");
            assertThat(past.creditCode()).isEqualTo(code);
        });
    }

    @Test
    void a_list_that_names_the_old_one_again_finds_the_one_that_stays() {
        String word = word();
        OrganisationId kept = entered("江阴市" + word + "无纺布有限公司", "320281");
        String variant = word + "无纺布（江阴）厂";
        OrganisationId other = entered(variant, "320281");
        Actor operator = cast.anOperator();
        Cast.theIdOf(desk.merge(operator, compared(operator, kept, other), kept, "同一家工厂", clock.instant()));
        assertThat(entered(variant, "320281")).isEqualTo(kept);
    }

    @Test
    void what_is_registered_is_not_merged_into_what_nobody_has_claimed() {
        OrganisationId provisional = entered("江阴市" + word() + "有限公司", "320281");
        OrganisationId registered = cast.anOwner().organisation().orElseThrow();
        Actor operator = cast.anOperator();
        UUID suspicion = compared(operator, provisional, registered);
        assertThat(desk.merge(operator, suspicion, provisional, "同一家企业", clock.instant())
                        .reasons())
                .containsExactly(Refusal.at("stays", "belonging.merge_registered_stays"));
        assertThat(desk.standsAs(registered)).isEqualTo(registered);
    }

    @Test
    void only_operators_with_a_reason_decide_and_only_once() {
        OrganisationId kept = cast.anOwner().organisation().orElseThrow();
        OrganisationId other = cast.anOwner().organisation().orElseThrow();
        Actor operator = cast.anOperator();
        UUID suspicion = compared(operator, kept, other);
        assertThat(desk.merge(cast.aLiaison(), suspicion, kept, "同一家企业", clock.instant())
                        .isAccepted())
                .isFalse();
        assertThat(desk.merge(operator, suspicion, kept, " ", clock.instant()).reasons())
                .containsExactly(Refusal.at("reason", "belonging.reason_missing"));
        assertThat(desk.keepApart(operator, suspicion, "两家不同的企业", clock.instant())
                        .isAccepted())
                .isTrue();
        assertThat(desk.merge(operator, suspicion, kept, "同一家企业", clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.decided_meanwhile"));
        assertThat(desk.open(operator)).noneMatch(line -> line.id().equals(suspicion));
    }

    @Test
    void every_table_that_names_organisations_follows_or_says_why_not() {
        List<?> columns = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select cast(cast(k.conrelid as regclass) as text) || '.' || a.attname from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                        where k.contype = 'f' and k.confrelid = cast('organisation' as regclass)
                        """, String.class).getResultList());
        Set<String> known = new TreeSet<>(STAYS_BEHIND);
        known.addAll(FOLLOWS);
        Set<String> present = new TreeSet<>();
        columns.forEach(column -> present.add(String.valueOf(column)));
        assertThat(present).isEqualTo(known);
    }

    private List<OrganisationId> pairsOf(OrganisationId id) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select case when first_id = :id then second_id else first_id end from duplicate_suspicion
                        where :id in (first_id, second_id) and state = 'OPEN'
                        """, UUID.class)
                        .setParameter("id", id.value())
                        .getResultList());
        return rows.stream().map(UUID.class::cast).map(OrganisationId::new).toList();
    }

    private UUID compared(Actor operator, OrganisationId first, OrganisationId second) {
        return Cast.theIdOf(desk.compare(operator, first.toString(), "/organisations/" + second, clock.instant()));
    }

    private OrganisationId entered(String name, String place) {
        return registry.enterOnBehalf(
                        cast.aLiaison(),
                        new ProvisionalOrganisation(name, null, place, "无纺布", "测试名单", LIST_DAY),
                        clock.instant())
                .id();
    }

    /** Chinese letters only, so that what surrounds it decides how alike two names are. */
    private static String word() {
        return UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .mapToObj(letter -> String.valueOf((char) ('\u5e00' + letter)))
                .collect(Collectors.joining());
    }
}
