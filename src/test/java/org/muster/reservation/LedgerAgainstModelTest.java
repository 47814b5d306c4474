package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * Any sequence of operations: the ledger accepts what the model accepts, refuses what it refuses, and both have the same left after every
 * step. A sequence that differs is made as short as it can be before it is shown.
 */
@QuarkusTest
class LedgerAgainstModelTest {

    private static final int SEQUENCES = Integer.getInteger("ledger.sequences", 25);
    private static final int LONGEST = 24;
    /** A failure tells its own; this one makes every run the same. */
    private static final long SEED = Long.getLong("ledger.seed", 20_261_122L);

    private static final int MOST_SHRINKINGS = 60;

    @Inject
    Reservations reservations;

    @Inject
    Expiry expiry;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private List<Actor> buyers = List.of();

    @BeforeEach
    void people() {
        supplier = market.somebody();
        buyers = List.of(market.somebody(), market.somebody());
    }

    /** What is done, and numbers that say to what; each kind reads them its own way. */
    record Step(What what, int who, int one, int two, int three) {}

    enum What {
        HOLD,
        HOLD_TWO,
        COMMIT,
        RELEASE,
        CONSUME,
        REDUCE,
        EXTEND,
        TICK,
        REAP,
        REPEAT
    }

    @Test
    void any_sequence_leaves_what_the_model_leaves() throws Exception {
        JqwikSession.run(() -> {
            Arbitrary<List<Step>> sequences = Combinators.combine(
                            Arbitraries.frequency(
                                    Tuple.of(6, What.HOLD),
                                    Tuple.of(4, What.HOLD_TWO),
                                    Tuple.of(3, What.COMMIT),
                                    Tuple.of(2, What.RELEASE),
                                    Tuple.of(2, What.CONSUME),
                                    Tuple.of(2, What.REDUCE),
                                    Tuple.of(1, What.EXTEND),
                                    Tuple.of(2, What.TICK),
                                    Tuple.of(1, What.REAP),
                                    Tuple.of(1, What.REPEAT)),
                            Arbitraries.integers().between(0, 1),
                            Arbitraries.integers().between(0, 60),
                            Arbitraries.integers().between(0, 60),
                            Arbitraries.integers().between(0, 60))
                    .as(Step::new)
                    .list()
                    .ofMinSize(4)
                    .ofMaxSize(LONGEST);
            var generator = sequences.generator(SEQUENCES);
            Random random = new Random(SEED);
            for (int i = 0; i < SEQUENCES; i++) {
                Shrinkable<List<Step>> sequence = generator.next(random);
                Optional<String> difference = difference(sequence.value());
                if (difference.isPresent()) {
                    shrunk(sequence, difference.get());
                }
            }
        });
        assertThat(reservations.proof().differences()).isEmpty();
    }

    private void shrunk(Shrinkable<List<Step>> failing, String difference) {
        Shrinkable<List<Step>> smallest = failing;
        String why = difference;
        int tried = 0;
        boolean smaller = true;
        while (smaller && tried < MOST_SHRINKINGS) {
            smaller = false;
            for (Shrinkable<List<Step>> candidate :
                    smallest.shrink().limit(MOST_SHRINKINGS).toList()) {
                if (++tried > MOST_SHRINKINGS) {
                    break;
                }
                Optional<String> still = difference(candidate.value());
                if (still.isPresent()) {
                    smallest = candidate;
                    why = still.get();
                    smaller = true;
                    break;
                }
            }
        }
        fail("%s after %s", why, smallest.value());
    }

    /** What differs, and where; empty when the ledger and the model agree all along. */
    private Optional<String> difference(List<Step> steps) {
        World world = new World();
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> difference = world.step(steps.get(i));
            if (difference.isPresent()) {
                return Optional.of("Step " + i + " " + steps.get(i) + ": " + difference.get());
            }
        }
        return Optional.empty();
    }

    /** Fresh listings and a fresh model; its time goes on only when told to. */
    private final class World {

        private final LedgerModel model = new LedgerModel();
        private final ListingId[] lines = {market.aLine(supplier), market.aLine(supplier)};
        private final ListingId lot = market.aStock(supplier, String.valueOf(LedgerModel.ON_HAND), "kilogram");
        private final ListingId output = market.aLineMaking(supplier, String.valueOf(LedgerModel.OUTPUT), "piece");
        private final List<HoldView> held = new ArrayList<>();
        private Instant now = market.now();
        private HoldRequest last = Market.wish();
        private Actor lastBy = supplier;
        private Outcome<HoldView> lastAnswer = Outcome.refused(Refusal.of("reservation.nothing_asked"));

        Optional<String> step(Step step) {
            now = now.plusMillis(1);
            boolean expected;
            boolean found;
            switch (step.what()) {
                case HOLD, HOLD_TWO -> {
                    List<LedgerModel.Wish> wishes = new ArrayList<>();
                    wishes.add(wish(step.one(), step.two(), step.three()));
                    if (step.what() == What.HOLD_TWO) {
                        wishes.add(wish(step.one() / 4 + step.three(), step.three(), step.two()));
                    }
                    if (overlapping(wishes)) {
                        return Optional.empty();
                    }
                    Instant until = now.plus(Duration.ofMinutes(5 + step.three()));
                    expected = model.hold(step.who(), wishes, until, now);
                    last = new HoldRequest(
                            Market.aKey(), wishes.stream().map(this::claim).toList(), until, "");
                    lastBy = buyers.get(step.who());
                    lastAnswer = reservations.hold(lastBy, last, now);
                    found = lastAnswer.isAccepted();
                    lastAnswer.map(held::add);
                }
                case REPEAT -> {
                    if (!last.claims().isEmpty()
                            && !reservations
                                    .hold(lastBy, last, now)
                                    .map(HoldView::id)
                                    .equals(lastAnswer.map(HoldView::id))) {
                        return Optional.of("another answer to the same key");
                    }
                    expected = found = true;
                }
                case TICK -> {
                    now = now.plus(Duration.ofMinutes(step.one()));
                    expected = found = true;
                }
                case REAP -> {
                    expiry.reap(now);
                    expected = found = true;
                }
                default -> {
                    if (held.isEmpty()) {
                        return Optional.empty();
                    }
                    int which = step.one() % held.size();
                    HoldView hold = held.get(which);
                    Change change = Market.because("改");
                    Actor holder = buyers.get(model.holds.get(which).holder);
                    switch (step.what()) {
                        case COMMIT -> {
                            expected = model.commit(which, now);
                            found = reservations
                                    .commit(supplier, hold.id(), change, now)
                                    .isAccepted();
                        }
                        case RELEASE -> {
                            expected = model.release(which, now);
                            found = reservations
                                    .release(step.two() % 2 == 0 ? holder : supplier, hold.id(), change, now)
                                    .isAccepted();
                        }
                        case CONSUME -> {
                            expected = model.consume(which, now);
                            found = reservations
                                    .consume(supplier, hold.id(), change, now)
                                    .isAccepted();
                        }
                        case EXTEND -> {
                            Instant until = now.plus(Duration.ofMinutes(step.two()));
                            expected = model.extend(which, until, now);
                            found = reservations
                                    .extend(holder, hold.id(), until, change, now)
                                    .isAccepted();
                        }
                        default -> {
                            int index = step.two() % hold.claims().size();
                            expected = model.reduce(which, index, step.three(), now);
                            found = reservations
                                    .reduce(
                                            holder,
                                            hold.id(),
                                            hold.claims().get(index).id(),
                                            smaller(
                                                    model.holds
                                                            .get(which)
                                                            .claims
                                                            .get(index),
                                                    step.three()),
                                            change,
                                            now)
                                    .isAccepted();
                        }
                    }
                }
            }
            model.expire(now);
            if (expected != found) {
                return Optional.of(
                        "the model " + (expected ? "accepts" : "refuses") + " what the ledger does not; " + model);
            }
            return left();
        }

        /** Compares everything that is left. */
        private Optional<String> left() {
            BigDecimal lotLeft = market.left(lot, now).amount();
            if (lotLeft.intValueExact() != model.lotLeft(List.of())) {
                return Optional.of("the lot has " + lotLeft + " left; " + model);
            }
            TimeWindow all = market.days(1, 1 + LedgerModel.DAYS);
            List<Occupied> occupied = reservations.occupied(List.of(lines[0], lines[1], output), all, now);
            for (int day = 0; day < LedgerModel.DAYS; day++) {
                TimeWindow whole = market.days(1 + day, 2 + day);
                for (LedgerModel.Kind kind : List.of(LedgerModel.Kind.LINE_ONE, LedgerModel.Kind.LINE_TWO)) {
                    boolean taken = occupied.stream()
                            .anyMatch(one -> one.listing().equals(lines[kind.ordinal()])
                                    && one.during().overlaps(whole));
                    if (taken != model.isTaken(kind, day)) {
                        return Optional.of(kind + " on day " + day + " is " + (taken ? "taken" : "free"));
                    }
                }
                BigDecimal used = occupied.stream()
                        .filter(one ->
                                one.listing().equals(output) && one.during().equals(whole))
                        .map(one -> Objects.requireNonNull(one.quantity()).amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (LedgerModel.OUTPUT - used.intValueExact() != model.outputLeft(day, List.of())) {
                    return Optional.of("of day " + day + " " + used + " is used; " + model);
                }
            }
            return Optional.empty();
        }

        private LedgerModel.Wish wish(int one, int two, int three) {
            LedgerModel.Kind kind = LedgerModel.Kind.values()[one % 4];
            int from = two % LedgerModel.DAYS;
            int to = from + 1 + three % (LedgerModel.DAYS - from);
            int amount = kind == LedgerModel.Kind.LOT ? 1 + two % 11 : 1 + (two * 7 + three * 5) % 260;
            return new LedgerModel.Wish(kind, from, to, amount);
        }

        /** The same hours twice in one request are refused for another reason. */
        private boolean overlapping(List<LedgerModel.Wish> wishes) {
            return wishes.size() == 2
                    && wishes.get(0).kind() == wishes.get(1).kind()
                    && wishes.get(0).kind().ordinal() < 2
                    && wishes.get(0).from() < wishes.get(1).to()
                    && wishes.get(1).from() < wishes.get(0).to();
        }

        private Claim claim(LedgerModel.Wish wish) {
            TimeWindow days = market.days(1 + wish.from(), 1 + wish.to());
            return switch (wish.kind()) {
                case LINE_ONE, LINE_TWO -> new Claim.Time(lines[wish.kind().ordinal()], days);
                case LOT -> new Claim.Amount(lot, Quantity.of(wish.amount(), Unit.of("kilogram")));
                case OUTPUT -> new Claim.Rate(output, Quantity.of(wish.amount(), Unit.of("piece")), days);
            };
        }

        private Smaller smaller(LedgerModel.Taken claim, int less) {
            return switch (claim.wish.kind()) {
                case LINE_ONE, LINE_TWO ->
                    less == 0
                            ? new Smaller.Within(market.days(1 + claim.from, 2 + claim.from + LedgerModel.DAYS))
                            : new Smaller.Within(market.days(1 + claim.from, 1 + claim.from + less));
                case LOT -> new Smaller.To(Quantity.of(less, Unit.of("kilogram")));
                case OUTPUT -> new Smaller.To(Quantity.of(less, Unit.of("piece")));
            };
        }
    }
}
