package org.muster.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The ledger as one would write it on a sheet of paper: two lines by the day, one lot, one output by the day, and a list of holds. Knows
 * nothing of databases; what it refuses, the ledger must refuse.
 */
class LedgerModel {

    static final int DAYS = 6;
    static final int ON_HAND = 10;
    static final int OUTPUT = 100;

    enum Kind {
        LINE_ONE,
        LINE_TWO,
        LOT,
        OUTPUT
    }

    /** Days from, to for lines and output; amount for lot and output. */
    record Wish(Kind kind, int from, int to, int amount) {}

    static final class Taken {
        final Wish wish;
        ClaimState state = ClaimState.HELD;
        int from;
        int to;
        int amount;
        /** Of an output: how much of which day. */
        final TreeMap<Integer, Integer> days = new TreeMap<>();

        Taken(Wish wish) {
            this.wish = wish;
            from = wish.from();
            to = wish.to();
            amount = wish.amount();
        }
    }

    static final class Held {
        final int holder;
        Instant until;
        final List<Taken> claims;

        Held(int holder, Instant until, List<Taken> claims) {
            this.holder = holder;
            this.until = until;
            this.claims = claims;
        }
    }

    final List<Held> holds = new ArrayList<>();
    private int onHand = ON_HAND;

    void expire(Instant now) {
        for (Held hold : holds) {
            for (Taken claim : hold.claims) {
                if (claim.state == ClaimState.HELD && !hold.until.isAfter(now)) {
                    claim.state = ClaimState.EXPIRED;
                }
            }
        }
    }

    /** True, and it is held, when all of it can be had. */
    boolean hold(int holder, List<Wish> wishes, Instant until, Instant now) {
        expire(now);
        List<Taken> taken = new ArrayList<>();
        for (Wish wish : wishes) {
            Taken claim = new Taken(wish);
            if (!take(claim, taken)) {
                return false;
            }
            taken.add(claim);
        }
        holds.add(new Held(holder, until, taken));
        return true;
    }

    private boolean take(Taken claim, List<Taken> beside) {
        switch (claim.wish.kind()) {
            case LINE_ONE, LINE_TWO -> {
                return live(beside).stream()
                        .filter(other -> other.wish.kind() == claim.wish.kind())
                        .noneMatch(other -> other.from < claim.to && claim.from < other.to);
            }
            case LOT -> {
                return claim.amount <= lotLeft(beside);
            }
            default -> {
                int missing = claim.amount;
                for (int day = claim.from; day < claim.to && missing > 0; day++) {
                    int part = Math.min(missing, outputLeft(day, beside));
                    if (part > 0) {
                        claim.days.put(day, part);
                        missing -= part;
                    }
                }
                return missing == 0;
            }
        }
    }

    private List<Taken> live(List<Taken> beside) {
        List<Taken> live = new ArrayList<>(beside);
        holds.forEach(hold -> live.addAll(hold.claims));
        live.removeIf(claim -> !claim.state.isLive());
        return live;
    }

    int lotLeft(List<Taken> beside) {
        return onHand
                - live(beside).stream()
                        .filter(claim -> claim.wish.kind() == Kind.LOT)
                        .mapToInt(claim -> claim.amount)
                        .sum();
    }

    int outputLeft(int day, List<Taken> beside) {
        return OUTPUT
                - live(beside).stream()
                        .mapToInt(claim -> claim.days.getOrDefault(day, 0))
                        .sum();
    }

    boolean isTaken(Kind line, int day) {
        return live(List.of()).stream()
                .anyMatch(claim -> claim.wish.kind() == line && claim.from <= day && day < claim.to);
    }

    boolean commit(int hold, Instant now) {
        return turn(hold, now, ClaimState.HELD, ClaimState.COMMITTED);
    }

    boolean release(int hold, Instant now) {
        boolean any = turn(hold, now, ClaimState.HELD, ClaimState.RELEASED);
        return turn(hold, now, ClaimState.COMMITTED, ClaimState.RELEASED) || any;
    }

    /** Time and output are not over in these tests, so only holds of nothing but stock can be delivered. */
    boolean consume(int hold, Instant now) {
        expire(now);
        List<Taken> committed = holds.get(hold).claims.stream()
                .filter(claim -> claim.state == ClaimState.COMMITTED)
                .toList();
        if (committed.isEmpty() || committed.stream().anyMatch(claim -> claim.wish.kind() != Kind.LOT)) {
            return false;
        }
        committed.forEach(claim -> {
            claim.state = ClaimState.CONSUMED;
            onHand -= claim.amount;
        });
        return true;
    }

    private boolean turn(int hold, Instant now, ClaimState from, ClaimState to) {
        expire(now);
        List<Taken> turned = holds.get(hold).claims.stream()
                .filter(claim -> claim.state == from)
                .toList();
        turned.forEach(claim -> claim.state = to);
        return !turned.isEmpty();
    }

    boolean extend(int hold, Instant until, Instant now) {
        expire(now);
        Held held = holds.get(hold);
        if (held.claims.stream().noneMatch(claim -> claim.state == ClaimState.HELD) || !until.isAfter(held.until)) {
            return false;
        }
        held.until = until;
        return true;
    }

    /** To this amount, or to the time from the beginning to this day. */
    boolean reduce(int hold, int index, int less, Instant now) {
        expire(now);
        Taken claim = holds.get(hold).claims.get(index);
        if (!claim.state.isLive()) {
            return false;
        }
        if (claim.wish.kind() == Kind.LINE_ONE || claim.wish.kind() == Kind.LINE_TWO) {
            int to = claim.from + less;
            if (less <= 0 || to >= claim.to) {
                return false;
            }
            claim.to = to;
            return true;
        }
        if (less <= 0 || less >= claim.amount) {
            return false;
        }
        int over = claim.amount - less;
        for (int day : claim.days.descendingKeySet().stream().toList()) {
            int part = Math.min(over, claim.days.getOrDefault(day, 0));
            over -= part;
            claim.days.merge(day, -part, Integer::sum);
            claim.days.remove(day, 0);
        }
        claim.amount = less;
        return true;
    }

    /** For a message when something differs. */
    @Override
    public String toString() {
        int[] left = new int[DAYS];
        Arrays.setAll(left, day -> outputLeft(day, List.of()));
        return "lot " + lotLeft(List.of()) + ", output " + Arrays.toString(left);
    }
}
