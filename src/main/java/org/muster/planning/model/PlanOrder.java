package org.muster.planning.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a plan, with all that is needed to make it, explain it and hold it against the ledger.
 *
 * @param subject what it is for; plans are found by it
 * @param staging null where the milestones are given and no stage waits for another
 * @param draws one an offer
 * @param userUnits for each requirement, how many of its smallest units make one that its people count in
 * @param records what experience says of each offer
 * @param fair whether scarce supply is shared by priority and max-min fill, instead of going where it saves most
 */
public record PlanOrder(
        UUID subject,
        PlanProblem problem,
        @Nullable Staging staging,
        List<Draw> draws,
        List<Long> userUnits,
        List<Reliability> records,
        Profile profile,
        boolean fair) {

    public PlanOrder {
        draws = List.copyOf(draws);
        userUnits = List.copyOf(userUnits);
        records = List.copyOf(records);
        Require.that(draws.size() == problem.offers().size(), "There are %d draws", draws.size());
        Require.that(records.size() == problem.offers().size(), "There are %d records", records.size());
        Require.that(userUnits.size() == problem.requirements().size(), "There are %d units", userUnits.size());
        userUnits.forEach(unit -> Require.positive(unit, "unit", "an order"));
        if (staging != null) {
            staging.of(problem);
        }
    }

    public Optional<StagedProblem> staged() {
        return Optional.ofNullable(staging).map(timing -> timing.of(problem));
    }

    /** The same wish with another effort. */
    public PlanOrder with(Effort effort) {
        return new PlanOrder(subject, problem.with(effort), staging, draws, userUnits, records, profile, fair);
    }
}
