package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Blocking;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.DuplicateDesk;
import org.muster.shared.OrganisationId;
import org.muster.testing.Owners;

/** What an organisation kept is kept by the one that it was merged into: papers, blocks, imports. */
@QuarkusTest
class MergedOwnersTest {

    @Inject
    Owners owners;

    @Inject
    DuplicateDesk desk;

    @Inject
    Certificates certificates;

    @Inject
    Blocking blocking;

    @Inject
    Imports imports;

    @Inject
    Clock clock;

    private Actor staying = Actor.visitor();
    private Actor doubled = Actor.visitor();

    @BeforeEach
    void two_that_are_one() {
        staying = owners.anOwner();
        doubled = owners.anOwner();
    }

    @Test
    void certificates_follow_and_one_that_both_showed_is_kept_once() {
        String both = aNumber();
        String one = aNumber();
        certificates.add(staying, draft(both), clock.instant()).orElseThrow();
        certificates.add(doubled, draft(both), clock.instant()).orElseThrow();
        certificates.add(doubled, draft(one), clock.instant()).orElseThrow();

        merge();

        assertThat(certificates.of(List.of(of(staying))).getOrDefault(of(staying), List.of()))
                .extracting(CertificateCard::number)
                .containsExactlyInAnyOrder(both, one);
        assertThat(certificates.of(List.of(of(doubled))).getOrDefault(of(doubled), List.of()))
                .isEmpty();
    }

    @Test
    void who_is_blocked_stays_blocked_by_and_as_the_one_that_stays() {
        Actor rival = owners.anOwner();
        Actor supplier = owners.anOwner();
        blocking.block(doubled, of(rival), "抄我们的报价", clock.instant()).orElseThrow();
        blocking.block(supplier, of(doubled), "拖欠货款", clock.instant()).orElseThrow();
        blocking.block(doubled, of(staying), "并不认识", clock.instant()).orElseThrow();

        merge();

        assertThat(blocking.of(staying))
                .extracting(block -> block.organisation().id())
                .containsExactly(of(rival));
        assertThat(blocking.of(supplier))
                .extracting(block -> block.organisation().id())
                .containsExactly(of(staying));
        assertThat(blocking.hiding(rival)).contains(of(staying)).doesNotContain(of(doubled));
        assertThat(blocking.hiding(staying)).contains(of(supplier)).doesNotContain(of(staying));
    }

    @Test
    void imports_follow_with_their_rows() {
        ImportId id = Desk.accepted(imports.receive(
                doubled,
                new Delivery(Purpose.OWN, "清单.csv", ""),
                "标题,产品\n口罩线,医用口罩\n".getBytes(StandardCharsets.UTF_8),
                clock.instant()));
        Desk.accepted(imports.describe(doubled, id, new Upload(Purpose.OWN, "", "", ""), clock.instant()));

        merge();

        Actor asOneOfThem =
                new Actor(doubled.person(), doubled.name(), Set.of(Role.MEMBER), Optional.of(of(staying)), false);
        assertThat(imports.view(asOneOfThem, id)).isPresent();
        assertThat(imports.view(owners.anOwner(), id)).isEmpty();
    }

    private void merge() {
        Actor operator = owners.anOperator("孙运营");
        UUID suspicion = desk.compare(
                        operator, of(staying).toString(), "/organisations/" + of(doubled), clock.instant())
                .orElseThrow();
        desk.merge(operator, suspicion, of(staying), "同一张营业执照", clock.instant()).orElseThrow();
        assertThat(desk.standsAs(of(doubled))).isEqualTo(of(staying));
    }

    private static OrganisationId of(Actor actor) {
        return actor.organisation().orElseThrow();
    }

    private static CertificateDraft draft(String number) {
        return new CertificateDraft(
                "REGISTRATION",
                number,
                "江苏省药品监督管理局",
                "OWN",
                "",
                "医用外科口罩",
                "",
                "YY 0469-2023",
                "",
                LocalDate.of(2030, 1, 1).toString(),
                "");
    }

    private static String aNumber() {
        return "苏械注准202021%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
    }
}
