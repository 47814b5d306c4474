package org.muster.planning.model;

import java.util.List;

/**
 * A plan after something happened.
 *
 * @param problem what is to be planned now, with the commitments still in force as kept ones
 * @param moves every leg that changed
 * @param unitsBefore units on all legs of the old plan
 * @param unitsMoved units that the happenings did not take, but that left their leg all the same
 */
public record Replan(PlanProblem problem, ProvenPlan answer, List<Move> moves, long unitsBefore, long unitsMoved) {

    public Replan {
        moves = List.copyOf(moves);
    }

    public double shareMoved() {
        return unitsBefore == 0 ? 0 : (double) unitsMoved / unitsBefore;
    }
}
