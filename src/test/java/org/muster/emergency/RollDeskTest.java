package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.identity.Actor;
import org.muster.search.Supply;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;
import org.muster.testing.Traders;

@QuarkusTest
class RollDeskTest {

    private static final String SHANXI = "140000";

    @Inject
    EmergencyDesk emergencies;

    @Inject
    RollDesk desk;

    @Inject
    RollLinks links;

    @Inject
    Catalogue catalogue;

    @Inject
    Supply supply;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private Actor coordinator;

    @SuppressWarnings("NullAway.Init")
    private EmergencyId emergency;

    @SuppressWarnings("NullAway.Init")
    private Supply.Supplier maker;

    @SuppressWarnings("NullAway.Init")
    private ListingId listing;

    @BeforeEach
    void an_emergency_and_a_maker() {
        coordinator = owners.aCoordinator("陈统筹");
        emergency = Declarations.declared(emergencies, coordinator, "山西", clock.instant());
        maker = supply.supplier("太原熔喷" + Traders.aWord() + "厂", "140100");
        // Nobody knows whether it is free: that is what the roll is called for.
        listing = supply.publishes(
                maker, ListingDraft.material("熔喷布").products(List.of("熔喷布")).declared(Availability.UNKNOWN));
    }

    @Test
    void every_maker_in_the_area_is_asked_and_nobody_elsewhere() {
        Supply.Supplier elsewhere = supply.supplier("成都熔喷" + Traders.aWord() + "厂", "510100");
        supply.publishes(elsewhere, ListingDraft.material("熔喷布").products(List.of("熔喷布")));
        RollCall call = called();
        assertThat(call.asked())
                .extracting(RollCall.Asked::organisation)
                .contains(maker.id())
                .doesNotContain(elsewhere.id());
        assertThat(asked(call).silent()).isTrue();
        assertThat(call.answered()).isZero();
    }

    @Test
    void called_again_it_adds_who_has_listed_it_since_and_keeps_what_was_answered() {
        RollCall first = called();
        answer(asked(first).token(), "YES");
        Supply.Supplier newcomer = supply.supplier("大同熔喷" + Traders.aWord() + "厂", "140200");
        supply.publishes(newcomer, ListingDraft.material("熔喷布").products(List.of("熔喷布")));
        RollCall again = called();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.asked()).extracting(RollCall.Asked::organisation).contains(newcomer.id());
        assertThat(asked(again).silent()).isFalse();
    }

    @Test
    void an_answer_by_the_link_says_that_the_listing_still_stands() {
        RollCall.Asked asked = asked(called());
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        RollAnswer answer = desk.answer(
                        asked.token(),
                        new RollAnswerDraft("PARTLY", "3吨", "500 kg", "4", Set.of("PEOPLE"), "缺挡车工", "李厂长", ""),
                        later)
                .orElseThrow();
        assertThat(answer.stock()).contains(Quantity.of("3", "tonne"));
        assertThat(answer.output()).contains(Quantity.of("0.5", "tonne"));
        assertThat(catalogue.documents(List.of(listing)).get(0).lastConfirmedAt())
                .isEqualTo(later.truncatedTo(ChronoUnit.MICROS));
        RollCall call = called();
        assertThat(asked(call).today()).map(RollAnswer::running).contains(Running.PARTLY);
        assertThat(call.answered()).isEqualTo(1);
        assertThat(desk.question(asked.token(), later).orElseThrow().today()).isPresent();
    }

    @Test
    void tomorrow_everybody_is_silent_again_and_what_was_said_last_is_still_there() {
        RollCall.Asked asked = asked(called());
        answer(asked.token(), "YES");
        RollCall tomorrow = desk.of(coordinator, emergency, clock.instant().plus(Duration.ofDays(1)))
                .get(0);
        assertThat(asked(tomorrow).silent()).isTrue();
        assertThat(asked(tomorrow).last()).isPresent();
        assertThat(desk.question(asked.token(), clock.instant().plus(Duration.ofDays(1)))
                        .orElseThrow()
                        .today())
                .isEmpty();
    }

    @Test
    void what_the_desk_typed_in_says_who_said_it_and_who_typed() {
        RollCall.Asked asked = asked(called());
        desk.typeIn(
                        coordinator,
                        emergency,
                        asked.id(),
                        new RollAnswerDraft("NO", "", "", "", Set.of(), "", "李厂长", ""),
                        clock.instant())
                .orElseThrow();
        assertThat(asked(called()).today()).hasValueSatisfying(answer -> {
            assertThat(answer.answeredBy()).isEqualTo("李厂长");
            assertThat(answer.typedBy()).contains("陈统筹");
        });
    }

    @Test
    void what_is_missing_becomes_one_task_with_an_owner_and_a_clock() {
        RollCall.Asked asked = asked(called());
        Instant now = clock.instant();
        RollAnswerDraft draft =
                new RollAnswerDraft("PARTLY", "", "", "", Set.of("PEOPLE", "VEHICLE"), "缺两个人", "李厂长", "");
        desk.answer(asked.token(), draft, now).orElseThrow();
        desk.answer(asked.token(), draft, now.plusSeconds(1)).orElseThrow();
        assertThat(desk.tasks(coordinator, emergency))
                .extracting(EmergencyTask::blocker)
                .containsExactlyInAnyOrder(Blocker.PEOPLE, Blocker.VEHICLE);
        EmergencyTask task = desk.tasks(coordinator, emergency).stream()
                .filter(one -> one.blocker() == Blocker.PEOPLE)
                .findFirst()
                .orElseThrow();
        assertThat(task.owner()).isEqualTo("陈统筹");
        assertThat(Duration.between(now, task.dueAt())).isCloseTo(Duration.ofHours(4), Duration.ofSeconds(1));
        assertThat(desk.assign(coordinator, emergency, task.id(), "", "x", now).reasons())
                .extracting(Refusal::key)
                .containsExactly("roll.owner_missing", "roll.hours_unreadable");
        desk.assign(coordinator, emergency, task.id(), "人社局老张", "2", now).orElseThrow();
        desk.done(coordinator, emergency, task.id(), now).orElseThrow();
        assertThat(desk.tasks(coordinator, emergency))
                .filteredOn(one -> one.doneAt().isPresent())
                .singleElement()
                .satisfies(one -> assertThat(one.owner()).isEqualTo("人社局老张"));
        assertThat(desk.done(coordinator, emergency, task.id(), now).isAccepted())
                .isFalse();
    }

    @Test
    void a_token_that_is_not_ours_or_was_tampered_with_asks_nothing() {
        String token = asked(called()).token();
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 2) + (last == 'A' ? "BB" : "AA");
        assertThat(desk.question(token, clock.instant())).isPresent();
        assertThat(desk.question(forged, clock.instant())).isEmpty();
        assertThat(desk.question("nonsense", clock.instant())).isEmpty();
        assertThat(desk.question(links.token(UUID.randomUUID()), clock.instant()))
                .isEmpty();
        assertThat(desk.answer(forged, draft("YES"), clock.instant()).isAccepted())
                .isFalse();
    }

    @Test
    void rubbish_is_refused_at_its_field() {
        String token = asked(called()).token();
        assertThat(desk.answer(
                                token,
                                new RollAnswerDraft("", "很多", "5台", "viele", Set.of("NOTHING"), "", "", ""),
                                clock.instant())
                        .reasons())
                .extracting(Refusal::field)
                .containsExactlyInAnyOrder("running", "stock", "output", "materialDays", "answeredBy");
    }

    @Test
    void a_maker_with_a_mobile_confirms_who_answers_by_its_last_digits() {
        Actor owner = owners.anOwnerIn("山西太原");
        Supply.Supplier registered = new Supply.Supplier(owner.organisation().orElseThrow(), "", owner);
        supply.publishes(registered, ListingDraft.material("熔喷布").products(List.of("熔喷布")));
        RollCall.Asked asked = called().asked().stream()
                .filter(one -> one.organisation().equals(registered.id()))
                .findFirst()
                .orElseThrow();
        assertThat(asked.mobile()).contains("13812345678");
        assertThat(desk.answer(asked.token(), draft("YES"), clock.instant()).reasons())
                .extracting(Refusal::key)
                .containsExactly("roll.last_four_wrong");
        RollAnswerDraft confirmed = new RollAnswerDraft("YES", "", "", "", Set.of(), "", "王厂长", "5678");
        assertThat(desk.answer(asked.token(), confirmed, clock.instant()).isAccepted())
                .isTrue();
    }

    @Test
    void only_coordinators_call_and_only_for_their_areas_and_known_things() {
        assertThat(desk.call(owners.anOwner(), emergency, "熔喷布", SHANXI, clock.instant())
                        .isAccepted())
                .isFalse();
        assertThat(desk.call(coordinator, emergency, "神秘物件", "420000", clock.instant())
                        .reasons())
                .extracting(Refusal::field)
                .containsExactly("product", "area");
        assertThat(desk.call(coordinator, emergency, "护目镜", SHANXI, clock.instant())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("roll.nobody_makes_it");
        assertThat(desk.of(owners.anOwner(), emergency, clock.instant())).isEmpty();
        assertThat(desk.tasks(owners.anOwner(), emergency)).isEmpty();
    }

    private RollCall called() {
        UUID call = desk.call(coordinator, emergency, "熔喷布", SHANXI, clock.instant())
                .orElseThrow();
        return desk.byId(coordinator, emergency, call, clock.instant()).orElseThrow();
    }

    private RollCall.Asked asked(RollCall call) {
        return call.asked().stream()
                .filter(one -> one.organisation().equals(maker.id()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(String token, String running) {
        desk.answer(token, draft(running), clock.instant()).orElseThrow();
    }

    private static RollAnswerDraft draft(String running) {
        return new RollAnswerDraft(running, "", "", "", Set.of(), "", "李厂长", "");
    }
}
