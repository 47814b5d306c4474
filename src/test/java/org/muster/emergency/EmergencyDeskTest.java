package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    NeedDesk needs;

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

    @Test
    void what_may_change_changes_and_the_record_says_what_it_was_and_why() {
        Actor coordinator = owners.aCoordinator("陈统筹");
        Instant now = clock.instant();
        EmergencyId id = Declarations.declared(desk, coordinator, "山西、湖北", now);
        desk.prioritise(coordinator, id, "王副省长", "武汉最紧", Map.of("140000", "2", "420000", "1"), now)
                .orElseThrow();
        EmergencyView before = desk.byId(coordinator, id).orElseThrow();
        EmergencyChange change = change(before, "湖北、湖南", "36", "定点医院已满");
        desk.change(coordinator, id, change, now).orElseThrow();
        EmergencyView after = desk.byId(coordinator, id).orElseThrow();
        assertThat(after.areas())
                .containsExactly(new EmergencyView.AreaView("420000", 1), new EmergencyView.AreaView("430000", 3));
        assertThat(after.allocateBy()).isEqualTo(before.startsAt().plus(Duration.ofHours(36)));
        assertThat(after.startsAt()).isEqualTo(before.startsAt());
        assertThat(after.deputies()).extracting(EmergencyView.OnDuty::name).containsExactly("周替班", "吴替班");
        assertThat(desk.record(coordinator, id)).extracting(Entry::deed).startsWith(Entry.Deed.CLOCKS_CHANGED);
        assertThat(desk.record(coordinator, id))
                .filteredOn(entry -> entry.deed() == Entry.Deed.CLOCKS_CHANGED)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.detail()).isEqualTo("48 h / 144 h / 480 h → 36 h / 144 h / 480 h · 定点医院已满"));
        assertThat(desk.record(coordinator, id)).extracting(Entry::deed).doesNotContain(Entry.Deed.DOCUMENT_CHANGED);

        // Whoever still had the old form open changes nothing.
        assertThat(desk.change(coordinator, id, change, now).reasons())
                .extracting(Refusal::key)
                .containsExactly("emergency.changed_meanwhile");
        assertThat(desk.change(coordinator, id, change(after, "湖北、湖南", "36", "再看一遍"), now)
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("emergency.nothing_changed");
        assertThat(desk.change(owners.anOwner(), id, change(after, "湖北", "36", "我也要改"), now)
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly(EmergencyDesk.NOT_FOUND);
    }

    @Test
    void an_area_where_something_is_needed_stays() {
        Actor coordinator = owners.aCoordinator("陈统筹");
        Instant now = clock.instant();
        EmergencyId id = Declarations.declared(desk, coordinator, "湖北\n山西太原", now);
        needs.add(coordinator, id, WrittenNeed.typed("武汉市第一医院", "武汉", "防护服", "", "500", "套", "", "", "", "", ""), now)
                .orElseThrow();
        EmergencyView view = desk.byId(coordinator, id).orElseThrow();
        assertThat(desk.change(coordinator, id, change(view, "山西太原", "48", "湖北已结束"), now)
                        .reasons())
                .extracting(Refusal::field, Refusal::key)
                .containsExactly(tuple("areas", "emergency.area_needed"));
        // What contains it covers it.
        assertThat(desk.change(coordinator, id, change(view, "湖北武汉", "48", "只剩武汉"), now)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void closed_it_can_only_be_read() {
        Actor coordinator = owners.aCoordinator("陈统筹");
        Instant now = clock.instant();
        EmergencyId id = Declarations.declared(desk, coordinator, "山西", now);
        assertThat(desk.close(coordinator, id, " ", now).reasons())
                .extracting(Refusal::field)
                .containsExactly("closeReason");
        desk.close(coordinator, id, "全部验收合格", now).orElseThrow();
        EmergencyView view = desk.byId(coordinator, id).orElseThrow();
        assertThat(view.open()).isFalse();
        assertThat(view.closing()).hasValueSatisfying(closing -> {
            assertThat(closing.by()).isEqualTo("陈统筹");
            assertThat(closing.reason()).isEqualTo("全部验收合格");
        });
        assertThat(desk.record(coordinator, id).get(0).deed()).isEqualTo(Entry.Deed.CLOSED);
        assertThat(desk.close(coordinator, id, "再结束一次", now).isAccepted()).isFalse();
        assertThat(desk.change(coordinator, id, change(view, "山西", "36", "还想改"), now)
                        .isAccepted())
                .isFalse();
        assertThat(desk.publish(coordinator, id, now).isAccepted()).isFalse();
        assertThat(needs.add(
                                coordinator,
                                id,
                                WrittenNeed.typed("太原某医院", "太原", "防护服", "", "5", "套", "", "", "", "", ""),
                                now)
                        .isAccepted())
                .isFalse();
    }

    private static EmergencyChange change(EmergencyView as, String areas, String allocateHours, String reason) {
        return new EmergencyChange(
                as.version(),
                reason,
                areas,
                as.document(),
                new Declaration.Deputy("陈统筹", "13812345678"),
                List.of(
                        new Declaration.Deputy("周替班", "0351-4012345"),
                        new Declaration.Deputy("", ""),
                        new Declaration.Deputy("吴替班", "13912345678")),
                "4",
                "60",
                allocateHours,
                "144",
                "480");
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
