package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegalBasis;
import org.muster.emergency.Blocker;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyTask;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.RollDesk;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.reference.Holidays;
import org.muster.reference.WorkingHours;
import org.muster.reservation.Claim;
import org.muster.reservation.Market;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Everyone is asked, what is asked for is held, and what was said is done in the ledger. */
@QuarkusTest
class AsksTest {

    /** Of {@link Declarations}: four hours to answer, a reminder each hour. */
    private static final Duration TO_ANSWER = Duration.ofHours(4);

    @Inject
    Asks asks;

    @Inject
    AskLinks links;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    RollDesk tasks;

    @Inject
    Market market;

    private Actor office = Actor.visitor();
    private Actor supplier = Actor.visitor();
    private EmergencyId emergency = EmergencyId.create();
    private ListingId stock = ListingId.create();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void an_office_and_a_supplier_with_ten_tonnes() {
        Actor buyer = market.somebody();
        office = new Actor(buyer.person(), "陈统筹", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        supplier = market.somebody();
        stock = market.aStock(supplier, "10", "tonne");
        now = market.now();
        emergency = emergencies
                .declare(office, Declarations.of("山西"), Declarations.RULE, ZoneId.of("Asia/Shanghai"), now)
                .orElseThrow();
    }

    @Test
    void what_is_asked_for_is_held_until_it_is_answered() {
        AskView ask = asked(leg(stock, "6"));
        assertThat(ask.state()).isEqualTo(AskState.REQUESTED);
        assertThat(left()).isEqualTo(Quantity.of("4", "tonne"));
        assertThat(asks.inbox(supplier, now)).extracting(AskView::id).contains(ask.id());
        assertThat(ask.answerBy()).isEqualTo(ask.askedAt().plus(TO_ANSWER));
    }

    @Test
    void all_or_none_is_held_and_what_is_missing_is_named() {
        ListingId other = market.aStock(supplier, "1", "tonne");
        Outcome<Integer> refused = asks.send(office, emergency, List.of(leg(stock, "6"), leg(other, "2")), now);
        assertThat(refused.reasons()).extracting(Refusal::key).contains("ask.moved", "reservation.not_enough_left");
        assertThat(left()).isEqualTo(Quantity.of("10", "tonne"));
        assertThat(asks.of(office, emergency, now)).isEmpty();
        assertThat(asks.inbox(supplier, now)).isEmpty();
    }

    @Test
    void yes_commits_and_a_second_answer_shows_the_first() {
        AskView ask = asked(leg(stock, "6"));
        AskView answered =
                asks.answer(ask.token(), said("YES", "", "5678"), now).orElseThrow();
        assertThat(answered.state()).isEqualTo(AskState.COMMITTED);
        AskView again =
                asks.answer(ask.token(), said("NO", "改主意了", "5678"), now).orElseThrow();
        assertThat(again.state()).isEqualTo(AskState.COMMITTED);
        assertThat(again.said()).map(AskEntry::deed).contains(AskDeed.ACCEPTED);
        // Committed does not end by itself.
        assertThat(market.left(stock, now.plus(Duration.ofDays(9)))).isEqualTo(Quantity.of("4", "tonne"));
        asks.tick(now.plus(Duration.ofDays(9)), Duration.ofDays(99));
        assertThat(state(ask)).isEqualTo(AskState.COMMITTED);
    }

    @Test
    void of_two_asks_in_one_hold_each_is_answered_by_itself() {
        ListingId other = market.aStock(supplier, "5", "tonne");
        asks.send(office, emergency, List.of(leg(stock, "6"), leg(other, "5")), now)
                .orElseThrow();
        List<AskView> both = asks.of(office, emergency, now);
        AskView six = both.stream()
                .filter(one -> one.quantity().equals(Optional.of(Quantity.of("6", "tonne"))))
                .findFirst()
                .orElseThrow();
        AskView five = both.stream()
                .filter(one -> !one.id().equals(six.id()))
                .findFirst()
                .orElseThrow();
        asks.answer(six.token(), said("YES", "", "5678"), now).orElseThrow();
        assertThat(state(five)).isEqualTo(AskState.REQUESTED);
        asks.answer(five.token(), said("NO", "已售出", "5678"), now).orElseThrow();
        assertThat(market.left(other)).isEqualTo(Quantity.of("5", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("4", "tonne"));
        assertThat(state(six)).isEqualTo(AskState.COMMITTED);
    }

    @Test
    void no_says_why_and_gives_back() {
        AskView ask = asked(leg(stock, "6"));
        assertThat(asks.answer(ask.token(), said("NO", "", "5678"), now).reasons())
                .extracting(Refusal::field)
                .containsExactly("note");
        asks.answer(ask.token(), said("NO", "停产检修", "5678"), now).orElseThrow();
        assertThat(state(ask)).isEqualTo(AskState.DECLINED);
        assertThat(left()).isEqualTo(Quantity.of("10", "tonne"));
    }

    @Test
    void a_counter_keeps_what_it_offers_until_the_office_agrees() {
        AskView ask = asked(leg(stock, "6"));
        AnswerDraft more = new AnswerDraft("OTHER", Set.of(), "7吨", "", "", "李厂长", "5678");
        assertThat(asks.answer(ask.token(), more, now).reasons())
                .extracting(Refusal::key)
                .containsExactly("ask.amount_not_less");
        AnswerDraft less = new AnswerDraft("OTHER", Set.of(), "2500 kg", "", "", "李厂长", "5678");
        AskView countered = asks.answer(ask.token(), less, now).orElseThrow();
        assertThat(countered.state()).isEqualTo(AskState.COUNTERED);
        assertThat(countered.quantity()).contains(Quantity.of("2.5", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("7.5", "tonne"));
        assertThat(asks.agree(office, emergency, ask.id(), now).orElseThrow().state())
                .isEqualTo(AskState.COMMITTED);
        assertThat(market.left(stock, now.plus(Duration.ofDays(9)))).isEqualTo(Quantity.of("7.5", "tonne"));
    }

    @Test
    void yes_if_stays_held_and_its_condition_is_a_task_until_it_is_met() {
        AskView ask = asked(leg(stock, "6"));
        AnswerDraft condition = new AnswerDraft("YES_IF", Set.of("VEHICLE"), "", "", "缺一辆9.6米厢车", "李厂长", "5678");
        asks.answer(ask.token(), condition, now).orElseThrow();
        assertThat(state(ask)).isEqualTo(AskState.CONDITIONAL);
        assertThat(market.left(stock, now.plus(TO_ANSWER).plusSeconds(1))).isEqualTo(Quantity.of("4", "tonne"));
        assertThat(tasks.tasks(office, emergency)).singleElement().satisfies((EmergencyTask task) -> {
            assertThat(task.blocker()).isEqualTo(Blocker.VEHICLE);
            assertThat(task.note()).isEqualTo("缺一辆9.6米厢车");
        });
        asks.agree(office, emergency, ask.id(), now).orElseThrow();
        assertThat(state(ask)).isEqualTo(AskState.COMMITTED);
    }

    @Test
    void who_has_the_link_and_not_the_digits_is_refused_and_soon_not_heard_any_more() {
        AskView ask = asked(leg(stock, "6"));
        for (int i = 0; i < AskBook.MOST_TRIES; i++) {
            assertThat(asks.answer(ask.token(), said("YES", "", "0000"), now).reasons())
                    .extracting(Refusal::key)
                    .containsExactly("ask.last_four_wrong");
        }
        assertThat(asks.answer(ask.token(), said("YES", "", "5678"), now).reasons())
                .extracting(Refusal::key)
                .containsExactly("ask.too_many_tries");
        Instant later = now.plus(AskBook.TRIES_COUNT_FOR).plusSeconds(1);
        assertThat(asks.answer(ask.token(), said("YES", "", "5678"), later)
                        .orElseThrow()
                        .state())
                .isEqualTo(AskState.COMMITTED);
    }

    @Test
    void tokens_that_are_forged_crossed_or_too_old_open_nothing() {
        AskView ask = asked(leg(stock, "6"));
        String token = ask.token();
        char last = token.charAt(token.length() - 1);
        String forged = token.substring(0, token.length() - 2) + (last == 'A' ? "BB" : "AA");
        assertThat(asks.card(token, now)).isPresent();
        assertThat(asks.card(forged, now)).isEmpty();
        assertThat(asks.card("nonsense", now)).isEmpty();
        assertThat(asks.card(links.token(UUID.randomUUID(), ask.holdUntil()), now))
                .isEmpty();
        // The head of one ask's token with the signature of another's.
        ListingId other = market.aStock(supplier, "5", "tonne");
        asks.send(office, emergency, List.of(leg(other, "5")), now).orElseThrow();
        String second = asks.of(office, emergency, now).stream()
                .filter(one -> !one.id().equals(ask.id()))
                .findFirst()
                .orElseThrow()
                .token();
        assertThat(asks.card(second.substring(0, 32) + token.substring(32), now))
                .isEmpty();
        assertThat(asks.card(token, ask.holdUntil().plusSeconds(2))).isEmpty();
        assertThat(asks.answer(forged, said("YES", "", "5678"), now).isAccepted())
                .isFalse();
        assertThat(state(ask)).isEqualTo(AskState.REQUESTED);
    }

    @Test
    void silence_is_reminded_rises_to_people_with_names_and_frees_the_hold() {
        AskView ask = asked(leg(stock, "6"));
        for (int minutes : List.of(10, 61, 62, 121, 125, 181)) {
            asks.tick(now.plus(Duration.ofMinutes(minutes)), Duration.ofDays(99));
        }
        AskView silent = asks.byId(office, emergency, ask.id(), now).orElseThrow();
        assertThat(silent.history())
                .extracting(AskEntry::deed)
                .containsExactly(AskDeed.REQUESTED, AskDeed.REMINDED, AskDeed.RISEN, AskDeed.RISEN);
        assertThat(silent.history()).extracting(AskEntry::who).endsWith("陈统筹", "周替班");
        Instant over = now.plus(TO_ANSWER).plusSeconds(1);
        assertThat(asks.answer(ask.token(), said("YES", "", "5678"), over).reasons())
                .extracting(Refusal::key)
                .containsExactly("ask.over");
        assertThat(asks.tick(over, Duration.ofDays(99))).isPositive();
        assertThat(state(ask)).isEqualTo(AskState.EXPIRED);
        assertThat(market.left(stock, over)).isEqualTo(Quantity.of("10", "tonne"));
    }

    @Test
    void what_a_dead_process_left_half_done_is_taken_up_again() {
        AskView ask = asked(leg(stock, "6"));
        market.run(
                "update ask set answering = ?, answering_since = now() - interval '1 day' where id = ?",
                new GivenAnswer(Answer.YES, List.of(), Optional.empty(), Optional.empty(), "", "李厂长", "").written(),
                ask.id());
        asks.tick(now, Duration.ofMinutes(1));
        assertThat(state(ask)).isEqualTo(AskState.COMMITTED);
    }

    @Test
    void only_the_office_and_the_supplier_know_of_an_ask() {
        AskView ask = asked(leg(stock, "6"));
        Actor stranger = market.somebody();
        assertThat(asks.of(stranger, emergency, now)).isEmpty();
        assertThat(asks.byId(stranger, emergency, ask.id(), now)).isEmpty();
        assertThat(asks.inInbox(stranger, ask.id(), now)).isEmpty();
        assertThat(asks.answer(stranger, ask.id(), said("NO", "假的", ""), now).isAccepted())
                .isFalse();
        assertThat(asks.withdraw(stranger, emergency, ask.id(), "假的", now).isAccepted())
                .isFalse();
        asks.withdraw(office, emergency, ask.id(), "需求减少", now).orElseThrow();
        assertThat(left()).isEqualTo(Quantity.of("10", "tonne"));
        assertThat(state(ask)).isEqualTo(AskState.WITHDRAWN);
    }

    @Test
    void answers_due_in_days_wait_for_office_hours_with_their_reminders() {
        var hours = new WorkingHours(new Holidays());
        Instant saturday = Instant.parse("2026-11-28T03:00:00Z");
        Instant monday = Instant.parse("2026-11-30T03:00:00Z");
        Instant asked = Instant.parse("2026-11-27T03:00:00Z");
        assertThat(Ladder.mayRouse(asked, asked.plus(Duration.ofHours(4)), saturday, hours))
                .isTrue();
        assertThat(Ladder.mayRouse(asked, asked.plus(Duration.ofDays(7)), saturday, hours))
                .isFalse();
        assertThat(Ladder.mayRouse(asked, asked.plus(Duration.ofDays(7)), monday, hours))
                .isTrue();
        var lead = new EmergencyView.OnDuty("甲", "1");
        assertThat(Ladder.told(1, lead, List.of())).isEmpty();
        assertThat(Ladder.told(5, lead, List.of())).contains(lead);
    }

    private AskView asked(AskLeg leg) {
        asks.send(office, emergency, List.of(leg), now).orElseThrow();
        return asks.of(office, emergency, now).get(0);
    }

    private AskLeg leg(ListingId listing, String tonnes) {
        return new AskLeg(
                null,
                0,
                supplier.organisation().orElseThrow(),
                listing,
                "熔喷布",
                new Claim.Amount(listing, Quantity.of(tonnes, "tonne")),
                Optional.empty(),
                "熔喷布",
                "meltblown fabric",
                "140000",
                now.plus(Duration.ofDays(2)),
                LegalBasis.MARKET_PURCHASE,
                "",
                "",
                List.of());
    }

    private static AnswerDraft said(String answer, String note, String lastFour) {
        return new AnswerDraft(answer, Set.of(), "", "", note, "李厂长", lastFour);
    }

    private AskState state(AskView ask) {
        return asks.byId(office, emergency, ask.id(), now).orElseThrow().state();
    }

    private Quantity left() {
        return market.left(stock);
    }
}
