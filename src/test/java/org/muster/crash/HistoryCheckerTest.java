package org.muster.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.crash.LedgerState.Entry;
import org.muster.crash.LedgerState.Lot;
import org.muster.crash.LedgerState.Stage;
import org.muster.crash.LedgerState.Taken;
import org.muster.crash.Operation.Deed;
import org.muster.crash.Violation.Kind;

/** The checker sees each kind of violation, and none where there is none. */
class HistoryCheckerTest {

    private static final String LINE = "line";
    private static final String LOT = "lot";
    private static final Wish MORNING = Wish.time(LINE, at(10_000), at(20_000));
    private static final Wish NOON = Wish.time(LINE, at(15_000), at(25_000));

    @Test
    void a_ledger_that_did_everything_right_has_no_violation() {
        assertThat(story().violations()).isEmpty();
    }

    @Test
    void an_acknowledged_hold_that_is_gone_is_lost() {
        assertThat(story().without("a").kinds()).contains(Kind.LOST);
    }

    @Test
    void an_acknowledged_release_that_is_gone_is_lost() {
        assertThat(story().without("release b").kinds()).contains(Kind.LOST);
    }

    @Test
    void a_refused_hold_that_is_there_is_a_ghost() {
        Story story = story().asked("x", Deed.HOLD, null, 60, new Answer.Refused(List.of("reservation.busy")));
        assertThat(story.violations()).isEmpty();
        assertThat(story.wrote("x", Stage.HELD, "h-x", 0, Wish.amount(LOT, 1)).kinds())
                .contains(Kind.GHOST);
    }

    @Test
    void what_nobody_asked_for_is_a_ghost() {
        assertThat(story().wrote("nobody", Stage.HELD, "h-n", 0, Wish.amount(LOT, 1))
                        .kinds())
                .contains(Kind.GHOST);
    }

    @Test
    void what_nobody_heard_of_may_be_there_or_not() {
        Story story = story().asked("u", Deed.HOLD, null, 60, new Answer.Unknown("reset"), Wish.amount(LOT, 1));
        assertThat(story.violations()).isEmpty();
        assertThat(story.held("u", "h-u", Wish.amount(LOT, 1)).violations()).isEmpty();
    }

    @Test
    void half_of_a_request_is_torn() {
        Wish[] both = {Wish.time(LINE, at(90_000), at(99_000)), Wish.amount(LOT, 1)};
        Story story = story().asked("t", Deed.HOLD, null, 60, new Answer.Done("h-t"), both);
        assertThat(story.held("t", "h-t", both[1]).kinds()).containsOnly(Kind.TORN);
        assertThat(story.held("t", "h-t", both).violations()).isEmpty();
    }

    @Test
    void another_amount_than_asked_for_is_altered() {
        Story story = story().asked("m", Deed.HOLD, null, 60, new Answer.Done("h-m"), Wish.amount(LOT, 2));
        assertThat(story.held("m", "h-m", Wish.amount(LOT, 1)).kinds()).containsOnly(Kind.ALTERED);
    }

    @Test
    void the_same_key_with_two_answers_shows() {
        Story story = story().asked("k", Deed.HOLD, null, 60, new Answer.Done("h-k"), Wish.amount(LOT, 1))
                .held("k", "h-k", Wish.amount(LOT, 1));
        assertThat(story.violations()).isEmpty();
        assertThat(story.heard("k", 70, new Answer.Done("h-k")).violations()).isEmpty();
        assertThat(story.heard("k", 70, new Answer.Done("h-other")).kinds()).contains(Kind.TWO_ANSWERS);
        assertThat(story.heard("k", 70, new Answer.Refused(List.of("reservation.taken")))
                        .kinds())
                .contains(Kind.TWO_ANSWERS);
    }

    @Test
    void a_retry_that_was_done_a_second_time_shows() {
        Story story = story().asked("k", Deed.HOLD, null, 60, new Answer.Unknown("reset"), Wish.amount(LOT, 1))
                .heard("k", 70, new Answer.Done("h-k2"));
        assertThat(story.held("k", "h-k2", Wish.amount(LOT, 1)).violations()).isEmpty();
        assertThat(story.held("k", "h-k1", Wish.amount(LOT, 1))
                        .held("k", "h-k2", Wish.amount(LOT, 1))
                        .kinds())
                .containsOnly(Kind.TWO_ANSWERS);
    }

    @Test
    void two_holds_of_one_time_overlap() {
        Story story = story().asked("o", Deed.HOLD, null, 60, new Answer.Done("h-o"), NOON);
        assertThat(story.held("o", "h-o", NOON).kinds()).containsOnly(Kind.OVERLAP);
        assertThat(story.held("o", "h-o", NOON).violations())
                .as("by the history, by what clients knew, and now")
                .hasSize(3);
    }

    @Test
    void time_that_touches_does_not_overlap() {
        Wish after = Wish.time(LINE, at(20_000), at(25_000));
        assertThat(story().asked("o", Deed.HOLD, null, 60, new Answer.Done("h-o"), after)
                        .held("o", "h-o", after)
                        .violations())
                .isEmpty();
    }

    @Test
    void two_acknowledged_holds_of_one_time_show_although_the_tables_keep_one_only() {
        Story story = story().asked("o", Deed.HOLD, null, 60, new Answer.Done("h-a"), NOON);
        assertThat(story.kinds()).contains(Kind.OVERLAP, Kind.LOST);
    }

    @Test
    void more_than_there_is_of_a_lot_shows() {
        Story story = story().asked("m", Deed.HOLD, null, 60, new Answer.Done("h-m"), Wish.amount(LOT, 9))
                .held("m", "h-m", Wish.amount(LOT, 9));
        assertThat(story.kinds()).contains(Kind.OVERLAP, Kind.BALANCE);
    }

    @Test
    void a_promise_on_what_is_already_delivered_shows() {
        Story story = story().asked("m", Deed.HOLD, null, 60, new Answer.Done("h-m"), Wish.amount(LOT, 7))
                .held("m", "h-m", Wish.amount(LOT, 7));
        assertThat(story.violations())
                .as("three delivered and seven promised, of ten")
                .isEmpty();
        assertThat(story().asked("m", Deed.HOLD, null, 60, new Answer.Done("h-m"), Wish.amount(LOT, 8))
                        .held("m", "h-m", Wish.amount(LOT, 8))
                        .kinds())
                .contains(Kind.OVERLAP);
    }

    @Test
    void a_balance_that_forgot_one_shows() {
        assertThat(story().lot(new Lot(number(10), number(7), number(1))).kinds())
                .containsOnly(Kind.BALANCE);
        assertThat(story().lot(new Lot(number(10), number(6), number(0))).kinds())
                .containsOnly(Kind.BALANCE);
    }

    @Test
    void a_step_after_the_last_one_shows() {
        Story story = story().asked("again", Deed.RELEASE, "h-b", 60, new Answer.Done("h-b"))
                .wrote("again", Stage.RELEASED, "h-b", 0, NOON);
        assertThat(story.kinds()).contains(Kind.BROKEN_STEP);
    }

    @Test
    void what_is_confirmed_after_its_time_shows() {
        Story story = story().asked("late", Deed.COMMIT, "h-a", 5_000, new Answer.Done("h-a"))
                .entry("late", Stage.COMMITTED, "h-a", 0, MORNING, at(5_000), null);
        assertThat(story.kinds()).contains(Kind.BROKEN_STEP);
    }

    @Test
    void what_expired_before_its_time_shows() {
        assertThat(story().entry(null, Stage.EXPIRED, "h-a", 0, MORNING, at(900), null)
                        .kinds())
                .containsOnly(Kind.EXPIRED_EARLY);
        assertThat(story().entry(null, Stage.EXPIRED, "h-a", 0, MORNING, at(1_001), null)
                        .violations())
                .isEmpty();
    }

    @Test
    void a_change_written_before_what_it_changed_shows() {
        Story story = story().swapped("b", "release b");
        assertThat(story.kinds()).contains(Kind.OUT_OF_ORDER, Kind.BROKEN_STEP);
    }

    @Test
    void what_is_taken_without_history_shows_and_the_other_way_round() {
        assertThat(story().with(state -> new LedgerState(state.entries(), List.of(), state.lots(), state.claims()))
                        .kinds())
                .containsOnly(Kind.DISAGREES);
        assertThat(story().with(state -> {
                            var taken = new ArrayList<>(state.taken());
                            taken.add(new Taken("stray", LINE, Stage.HELD, at(50_000), at(60_000), null));
                            return new LedgerState(state.entries(), taken, state.lots(), state.claims());
                        })
                        .kinds())
                .containsOnly(Kind.DISAGREES);
    }

    @Test
    void a_claim_that_calls_itself_something_else_shows() {
        assertThat(story().with(state -> new LedgerState(
                                state.entries(), state.taken(), state.lots(), Map.of("h-a/0", Stage.RELEASED)))
                        .kinds())
                .containsOnly(Kind.DISAGREES);
    }

    @Test
    void a_refusal_needs_somebody_who_may_have_had_it() {
        Answer taken = new Answer.Refused(List.of("reservation.taken"));
        assertThat(story().asked("r", Deed.HOLD, null, 60, taken, NOON).violations())
                .as("a has it")
                .isEmpty();
        assertThat(story().asked("r", Deed.HOLD, null, 60, taken, Wish.time(LINE, at(50_000), at(60_000)))
                        .kinds())
                .containsOnly(Kind.REFUSED_WITHOUT_CAUSE);
        Answer notEnough = new Answer.Refused(List.of("reservation.not_enough"));
        assertThat(story().asked("r", Deed.HOLD, null, 60, notEnough, Wish.amount(LOT, 8))
                        .violations())
                .as("seven are left")
                .isEmpty();
        assertThat(story().asked("r", Deed.HOLD, null, 60, notEnough, Wish.amount(LOT, 7))
                        .kinds())
                .containsOnly(Kind.REFUSED_WITHOUT_CAUSE);
    }

    /** A holds the morning; b had it before and gave it back; c took three of ten, and they were delivered. */
    private static Story story() {
        return new Story()
                .asked("b", Deed.HOLD, null, 1, new Answer.Done("h-b"), NOON)
                .held("b", "h-b", NOON)
                .asked("release b", Deed.RELEASE, "h-b", 5, new Answer.Done("h-b"))
                .wrote("release b", Stage.RELEASED, "h-b", 0, NOON)
                .asked("a", Deed.HOLD, null, 10, new Answer.Done("h-a"), MORNING)
                .held("a", "h-a", MORNING)
                .asked("c", Deed.HOLD, null, 20, new Answer.Done("h-c"), Wish.amount(LOT, 3))
                .held("c", "h-c", Wish.amount(LOT, 3))
                .asked("commit c", Deed.COMMIT, "h-c", 25, new Answer.Done("h-c"))
                .wrote("commit c", Stage.COMMITTED, "h-c", 0, Wish.amount(LOT, 3))
                .asked("consume c", Deed.CONSUME, "h-c", 30, new Answer.Done("h-c"))
                .wrote("consume c", Stage.CONSUMED, "h-c", 0, Wish.amount(LOT, 3));
    }

    private static Instant at(long seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    /** What was asked and what was written, each step giving a new one. What is taken now follows from it, unless told otherwise. */
    private record Story(
            List<Operation> operations,
            List<Entry> entries,
            @Nullable Lot lot,
            UnaryOperator<LedgerState> bent) {

        private static final String WHO = "buyer";

        Story() {
            this(List.of(), List.of(), null, UnaryOperator.identity());
        }

        Story asked(String key, Deed deed, @Nullable String hold, long second, Answer answer, Wish... wishes) {
            var more = new ArrayList<>(operations);
            more.add(Operation.of(WHO, key, deed, hold, List.of(wishes)).heard(at(second), at(second + 2), answer));
            return new Story(more, entries, lot, bent);
        }

        Story heard(String key, long second, Answer answer) {
            return new Story(
                    operations.stream()
                            .map(one -> one.key().equals(key) ? one.heard(at(second), at(second + 2), answer) : one)
                            .toList(),
                    entries,
                    lot,
                    bent);
        }

        Story held(String key, String hold, Wish... wishes) {
            Story story = this;
            for (int i = 0; i < wishes.length; i++) {
                story = story.entry(key, Stage.HELD, hold, i, wishes[i], at(50), at(1_000));
            }
            return story;
        }

        Story wrote(String key, Stage stage, String hold, int position, Wish wish) {
            return entry(key, stage, hold, position, wish, at(60), stage == Stage.HELD ? at(1_000) : null);
        }

        Story entry(
                @Nullable String key,
                Stage stage,
                String hold,
                int position,
                Wish wish,
                Instant at,
                @Nullable Instant until) {
            var more = new ArrayList<>(entries);
            more.add(new Entry(
                    entries.size() + 1L,
                    at,
                    stage,
                    hold,
                    hold + "/" + position,
                    wish.listing(),
                    key == null ? null : WHO,
                    key,
                    wish.from(),
                    wish.to(),
                    wish.amount(),
                    until));
            return new Story(operations, more, lot, bent);
        }

        Story without(String key) {
            return new Story(
                    operations,
                    entries.stream().filter(entry -> !key.equals(entry.key())).toList(),
                    lot,
                    bent);
        }

        /** Numbers two lines of the history the other way round. */
        Story swapped(String one, String other) {
            return new Story(
                    operations,
                    entries.stream()
                            .map(entry -> one.equals(entry.key())
                                    ? numbered(entry, other)
                                    : other.equals(entry.key()) ? numbered(entry, one) : entry)
                            .toList(),
                    lot,
                    bent);
        }

        private Entry numbered(Entry entry, String as) {
            long number = entries.stream()
                    .filter(one -> as.equals(one.key()))
                    .findFirst()
                    .orElseThrow()
                    .number();
            return new Entry(
                    number,
                    entry.at(),
                    entry.stage(),
                    entry.hold(),
                    entry.claim(),
                    entry.listing(),
                    entry.by(),
                    entry.key(),
                    entry.from(),
                    entry.to(),
                    entry.amount(),
                    entry.until());
        }

        Story lot(Lot other) {
            return new Story(operations, entries, other, bent);
        }

        Story with(UnaryOperator<LedgerState> change) {
            return new Story(operations, entries, lot, change);
        }

        List<Violation> violations() {
            return HistoryChecker.violations(operations, bent.apply(state()));
        }

        List<Kind> kinds() {
            return violations().stream().map(Violation::kind).toList();
        }

        private LedgerState state() {
            Map<String, Entry> last = new TreeMap<>();
            entries.stream()
                    .sorted(java.util.Comparator.comparing(Entry::number))
                    .forEach(entry -> last.put(entry.claim(), entry));
            List<Taken> taken = last.values().stream()
                    .filter(entry -> entry.stage().lives())
                    .map(entry -> new Taken(
                            entry.claim(), entry.listing(), entry.stage(), entry.from(), entry.to(), entry.amount()))
                    .toList();
            BigDecimal reserved = sum(last, Stage.HELD).add(sum(last, Stage.COMMITTED));
            BigDecimal onHand = number(10).subtract(sum(last, Stage.CONSUMED));
            return new LedgerState(
                    entries, taken, Map.of(LOT, lot == null ? new Lot(number(10), onHand, reserved) : lot), Map.of());
        }

        private static BigDecimal sum(Map<String, Entry> last, Stage stage) {
            return last.values().stream()
                    .filter(entry -> entry.stage() == stage && entry.amount() != null)
                    .map(Entry::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
