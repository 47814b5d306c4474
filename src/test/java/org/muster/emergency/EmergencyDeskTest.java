package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;

@QuarkusTest
class EmergencyDeskTest {

    @Inject
    EmergencyDesk desk;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @Test
    void declared_it_has_its_clocks_its_people_and_a_record() {
        Actor coordinator = owners.aCoordinator("陈统筹");
        Instant now = clock.instant();
        EmergencyId id = Declarations.declared(desk, coordinator, "山西\n湖北武汉", now);
        EmergencyView view = desk.byId(coordinator, id).orElseThrow();
        assertThat(view.areas()).extracting(EmergencyView.AreaView::placeCode).containsExactly("140000", "420100");
        assertThat(view.allocateBy()).isEqualTo(view.startsAt().plus(Duration.ofHours(48)));
        assertThat(view.firstPieceBy()).isEqualTo(view.startsAt().plus(Duration.ofDays(6)));
        assertThat(view.releaseBy()).contains(view.startsAt().plus(Duration.ofDays(20)));
        assertThat(view.lead().mobile()).isEqualTo("13812345678");
        assertThat(view.deputies())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("周替班"));
        assertThat(view.priorityRule()).isEqualTo(Declarations.RULE);
        assertThat(desk.record(coordinator, id)).singleElement().satisfies(entry -> {
            assertThat(entry.deed()).isEqualTo(Entry.Deed.DECLARED);
            assertThat(entry.who()).isEqualTo("陈统筹");
        });
    }

    @Test
    void everything_missing_is_said_at_once_and_at_its_field() {
        Declaration nothing = new Declaration(
                "", "", "", "", "", new Declaration.Deputy("", ""), List.of(), "", "", "", "", "", "", "");
        Outcome<EmergencyId> refused =
                desk.declare(owners.aCoordinator("陈"), nothing, "规则规则", Declarations.BEIJING, clock.instant());
        assertThat(refused.reasons())
                .extracting(Refusal::field)
                .contains(
                        "name",
                        "kind",
                        "areas",
                        "authority",
                        "document",
                        "lead",
                        "leadMobile",
                        "deputy-0",
                        "answerHours",
                        "remindMinutes",
                        "allocateHours",
                        "firstPieceHours");
    }

    @Test
    void areas_that_are_unknown_several_or_inside_each_other_are_refused() {
        assertThat(refusals("不存在的地方")).containsExactly("emergency.area_unknown");
        assertThat(refusals("朝阳区")).containsExactly("emergency.area_ambiguous");
        assertThat(refusals("湖北、武汉")).containsExactly("emergency.area_within");
    }

    @Test
    void clocks_that_run_backwards_are_refused() {
        Declaration typed = Declarations.of("山西");
        Instant now = clock.instant();
        String tomorrow = LocalDateTime.ofInstant(now.plus(Duration.ofDays(1)), Declarations.BEIJING)
                .withNano(0)
                .toString();
        Declaration wrong = new Declaration(
                typed.name(),
                typed.kind(),
                typed.areas(),
                typed.authority(),
                typed.document(),
                typed.lead(),
                typed.deputies(),
                "",
                "1",
                "90",
                tomorrow,
                "48",
                "24",
                "20");
        assertThat(desk.declare(owners.aCoordinator("陈"), wrong, "规则规则", Declarations.BEIJING, now)
                        .reasons())
                .extracting(Refusal::key)
                .containsExactlyInAnyOrder(
                        "emergency.remind_after_answer",
                        "emergency.start_in_future",
                        "emergency.first_piece_before_allocation",
                        "emergency.release_before_first_piece");
    }

    @Test
    void only_coordinators_declare_and_nobody_else_learns_of_it() {
        Actor owner = owners.anOwner();
        assertThat(desk.declare(owner, Declarations.of("山西"), "规则规则", Declarations.BEIJING, clock.instant())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("emergency.coordinators_only");
        EmergencyId id = Declarations.declared(desk, owners.aCoordinator("陈"), "山西", clock.instant());
        assertThat(desk.byId(owner, id)).isEmpty();
        assertThat(desk.notice(id)).isEmpty();
        assertThat(desk.record(owner, id)).isEmpty();
        assertThat(desk.list(owner)).noneMatch(one -> one.id().equals(id));
        assertThat(desk.publish(owner, id, clock.instant()).isAccepted()).isFalse();
    }

    @Test
    void published_everybody_reads_who_ordered_it_and_who_comes_first_and_no_more() {
        Actor coordinator = owners.aCoordinator("陈");
        EmergencyId id = Declarations.declared(desk, coordinator, "山西", clock.instant());
        desk.publish(coordinator, id, clock.instant()).orElseThrow();
        EmergencyNotice notice = desk.notice(id).orElseThrow();
        assertThat(notice.priorityRule()).isEqualTo(Declarations.RULE);
        assertThat(notice.document()).contains("12 号");
        assertThat(desk.byId(owners.anOwner(), id)).isEmpty();
    }

    @Test
    void areas_are_equal_until_somebody_named_says_otherwise_with_a_reason() {
        Actor coordinator = owners.aCoordinator("陈");
        Instant now = clock.instant();
        EmergencyId id = Declarations.declared(desk, coordinator, "山西、湖北", now);
        assertThat(desk.byId(coordinator, id).orElseThrow().areas())
                .allSatisfy(area -> assertThat(area.priority()).isEqualTo(1));
        assertThat(desk.prioritise(coordinator, id, "", "", Map.of("140000", "2", "420000", "x"), now)
                        .reasons())
                .extracting(Refusal::field)
                .containsExactly("arbiter", "reason", "priority-420000");
        desk.prioritise(coordinator, id, "王副省长", "武汉定点医院最紧", Map.of("140000", "2", "420000", "1"), now)
                .orElseThrow();
        EmergencyView view = desk.byId(coordinator, id).orElseThrow();
        assertThat(view.arbiter()).contains("王副省长");
        assertThat(view.areas()).extracting(EmergencyView.AreaView::priority).containsExactly(2, 1);
        desk.equalise(coordinator, id, now).orElseThrow();
        view = desk.byId(coordinator, id).orElseThrow();
        assertThat(view.arbiter()).isEmpty();
        assertThat(view.areas()).extracting(EmergencyView.AreaView::priority).containsExactly(1, 1);
    }

    private List<String> refusals(String areas) {
        return desk
                .declare(
                        owners.aCoordinator("陈"), Declarations.of(areas), "规则规则", Declarations.BEIJING, clock.instant())
                .reasons()
                .stream()
                .map(Refusal::key)
                .toList();
    }
}
