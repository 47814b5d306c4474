package org.muster.planning.model;

import java.util.List;

/**
 * How a plan fares in many possible futures.
 *
 * @param scenarios how many
 * @param met in how many every demand reaches its target in time
 * @param metOfDemand the same for each demand by itself
 * @param failures for each of the plan's legs, in how many of the scenarios that fail it brings less than planned, or too late
 */
public record Outlook(int scenarios, int met, List<Integer> metOfDemand, List<Integer> failures) {

    public Outlook {
        metOfDemand = List.copyOf(metOfDemand);
        failures = List.copyOf(failures);
    }

    public double probability() {
        return scenarios == 0 ? 1 : (double) met / scenarios;
    }

    /** One standard error of the probability. */
    public double uncertainty() {
        double p = probability();
        return scenarios == 0 ? 0 : Math.sqrt(p * (1 - p) / scenarios);
    }
}
