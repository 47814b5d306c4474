package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.attachment.AttachmentCard;
import org.muster.identity.Actor;
import org.muster.identity.Memberships;
import org.muster.outbox.OutboxWorker;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;
import org.muster.testing.Papers;
import org.muster.testing.SignIn;

@QuarkusTest
class OwnershipTest {

    private static final String EVIDENCE = "网站上的联系人就是我，可以回拨企业座机核对。";

    @Inject
    Ownership ownership;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Delegations delegations;

    @Inject
    DuplicateDesk desk;

    @Inject
    Memberships memberships;

    @Inject
    Cast cast;

    @Inject
    OutboxWorker outbox;

    @Inject
    Clock clock;

    @Test
    void granted_it_is_registered_where_it_stands_and_its_claimant_owns_it() {
        String name = Cast.aName();
        OrganisationId known = known(name);
        Actor claimant = cast.aNewcomer("刘厂长");
        String code = CreditCodes.fresh();
        UUID claim = Cast.theIdOf(ownership.claim(claimant, known, wish(false, code), clock.instant()));
        assertThat(ownership.waiting(cast.anOperator()))
                .anyMatch(one -> one.id().equals(claim));

        assertThat(ownership
                        .decide(cast.anOperator(), claim, true, "回拨座机核对无误", clock.instant())
                        .isAccepted())
                .isTrue();

        OrganisationCard card = registry.card(known).orElseThrow();
        assertThat(card.provisional()).isFalse();
        assertThat(card.level()).isEqualTo(VerificationLevel.REGISTERED);
        // Where it is known from stays.
        assertThat(card.source()).isEqualTo("测试名单");
        assertThat(memberships.of(claimant.person().orElseThrow()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.organisation()).isEqualTo(known);
                    assertThat(one.owner()).isTrue();
                });
        assertThat(ownership.own(claimant))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(ClaimStanding.GRANTED));
        assertThat(enteredAgain(name)).isEqualTo(OnBehalf.Result.CLAIMED);
    }

    @Test
    void what_is_the_claimants_already_is_merged_into_it() {
        OrganisationId known = known(Cast.aName());
        Actor owner = cast.anOwnerWithACreditCode();
        UUID claim = Cast.theIdOf(ownership.claim(owner, known, wish(true, ""), clock.instant()));
        Cast.theIdOf(ownership.decide(cast.anOperator(), claim, true, "同一家企业", clock.instant()));
        assertThat(desk.standsAs(known)).isEqualTo(owner.organisation().orElseThrow());
    }

    @Test
    void of_two_claims_one_is_granted_and_the_other_is_told() {
        String name = Cast.aName();
        OrganisationId known = known(name);
        Actor first = cast.aNewcomer("刘厂长");
        Actor second = cast.aNewcomer("冒名者");
        UUID one = Cast.theIdOf(ownership.claim(first, known, wish(false, CreditCodes.fresh()), clock.instant()));
        UUID other = Cast.theIdOf(ownership.claim(second, known, wish(false, CreditCodes.fresh()), clock.instant()));
        Cast.theIdOf(ownership.decide(cast.anOperator(), one, true, "执照核对无误", clock.instant()));
        assertThat(ownership.own(second))
                .singleElement()
                .satisfies(claim -> assertThat(claim.state()).isEqualTo(ClaimStanding.OVERTAKEN));
        assertThat(ownership
                        .decide(cast.anOperator(), other, true, "执照核对无误", clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.decided_meanwhile"));
        assertThat(ownership
                        .claim(second, known, wish(false, CreditCodes.fresh()), clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.claimed_already"));
        outbox.drain();
        assertThat(SignIn.asNobody().page("/dev/mailbox").text())
                .contains("“" + name + "”已由他人认领", "冒名者，您好！您申请认领的“" + name + "”")
                .contains("认领“" + name + "”已通过", "刘厂长，您好！您认领的“" + name + "”")
                .doesNotContain("刘厂长，您好！您申请认领的“" + name + "”");
    }

    @Test
    void a_refusal_leaves_it_as_it_was() {
        OrganisationId known = known(Cast.aName());
        Actor claimant = cast.aNewcomer("刘厂长");
        UUID claim = Cast.theIdOf(ownership.claim(claimant, known, wish(false, CreditCodes.fresh()), clock.instant()));
        Cast.theIdOf(ownership.decide(cast.anOperator(), claim, false, "电话无人接听", clock.instant()));
        assertThat(registry.card(known).orElseThrow().provisional()).isTrue();
        assertThat(memberships.of(claimant.person().orElseThrow())).isEmpty();
        // Better evidence may be brought.
        assertThat(ownership
                        .claim(claimant, known, wish(false, CreditCodes.fresh()), clock.instant())
                        .isAccepted())
                .isTrue();
    }

    @Test
    void a_liaison_decides_within_the_own_area_only() {
        OrganisationId known = known(Cast.aName());
        UUID claim = Cast.theIdOf(
                ownership.claim(cast.aNewcomer("刘厂长"), known, wish(false, CreditCodes.fresh()), clock.instant()));
        Actor here = liaisonOf("江苏省");
        Actor elsewhere = liaisonOf("湖北省");
        assertThat(ownership.waiting(elsewhere)).noneMatch(one -> one.id().equals(claim));
        assertThat(ownership.byId(elsewhere, claim)).isEmpty();
        assertThat(ownership
                        .decide(elsewhere, claim, true, "执照核对无误", clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.decided_meanwhile"));
        assertThat(ownership.waiting(here)).anyMatch(one -> one.id().equals(claim));
        assertThat(ownership
                        .decide(here, claim, true, "上门看过执照", clock.instant())
                        .isAccepted())
                .isTrue();
    }

    @Test
    void what_is_wrong_is_told_all_at_once() {
        OrganisationId known = known(Cast.aName());
        Actor claimant = cast.aNewcomer("刘厂长");
        assertThat(ownership
                        .claim(
                                claimant,
                                known,
                                new OwnershipWish(false, "", "12", "91330100799655058C", "短", null),
                                clock.instant())
                        .reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("job", "mobile", "creditCode", "evidence");
        assertThat(ownership
                        .claim(claimant, cast.anOwner().organisation().orElseThrow(), wish(false, ""), clock.instant())
                        .reasons())
                .containsExactly(Refusal.of("belonging.claimed_already"));
    }

    @Test
    void its_document_is_for_those_who_decide_and_the_claimant() {
        OrganisationId known = known(Cast.aName());
        Actor claimant = cast.aNewcomer("刘厂长");
        AttachmentCard kept = Cast.theIdOf(
                ownership.keepDocument(claimant, known, "licence.pdf", Papers.aPdf("licence"), clock.instant()));
        UUID claim = Cast.theIdOf(ownership.claim(
                claimant,
                known,
                new OwnershipWish(false, "厂长", "138 1234 5678", CreditCodes.fresh(), EVIDENCE, kept.id()),
                clock.instant()));
        assertThat(ownership.documentOf(claimant, claim)).isPresent();
        assertThat(ownership.documentOf(cast.anOperator(), claim)).isPresent();
        assertThat(ownership.documentOf(cast.aNewcomer("路人"), claim)).isEmpty();
        assertThat(ownership.documentOf(cast.aLiaison(), claim)).isEmpty();
    }

    private Actor liaisonOf(String area) {
        Actor liaison = cast.aLiaison();
        UUID asked = Cast.theIdOf(delegations.ask(liaison, area, "工信局", clock.instant()));
        Cast.theIdOf(delegations.decide(cast.anOperator(), asked, true, "名册上有", clock.instant()));
        return liaison;
    }

    private static OwnershipWish wish(boolean same, String code) {
        return new OwnershipWish(same, "厂长", "138 1234 5678", code, EVIDENCE, null);
    }

    private OrganisationId known(String name) {
        return registry.enterOnBehalf(cast.aLiaison(), provisional(name), clock.instant())
                .id();
    }

    private OnBehalf.Result enteredAgain(String name) {
        return registry.enterOnBehalf(cast.aLiaison(), provisional(name), clock.instant())
                .result();
    }

    private static ProvisionalOrganisation provisional(String name) {
        return new ProvisionalOrganisation(name, null, "320281", "口罩", "测试名单", LocalDate.of(2026, 10, 12));
    }
}
