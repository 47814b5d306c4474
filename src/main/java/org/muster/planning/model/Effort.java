package org.muster.planning.model;

import java.time.Duration;

/**
 * How long and how hard to search. With the same seed and threads the search takes the same steps; the clock only cuts them off, {@code rounds} cuts them
 * off at the same step each time.
 *
 * @param timeLimit wall time, after which the best plan so far is the answer
 * @param rounds rounds of bound and search; {@link #UNTIL_TIME_IS_UP} for as many as the time allows
 * @param gapGoal the search ends as soon as the proven net gap is no larger, 0 to go on until the optimum is proved
 */
public record Effort(long seed, Duration timeLimit, int threads, int rounds, double gapGoal) {

    public static final int UNTIL_TIME_IS_UP = Integer.MAX_VALUE;

    public Effort {
        Require.that(!timeLimit.isNegative(), "The time limit is negative: %s", timeLimit);
        Require.positive(threads, "threads", "an effort");
        Require.notNegative(rounds, "rounds", "an effort");
        Require.that(gapGoal >= 0, "The goal of the gap is negative: %s", gapGoal);
    }

    public static Effort of(long seed, Duration timeLimit, int threads) {
        return new Effort(seed, timeLimit, threads, UNTIL_TIME_IS_UP, 0);
    }

    public static Effort ofRounds(long seed, int rounds, int threads) {
        return new Effort(seed, Duration.ofMinutes(10), threads, rounds, 0);
    }
}
