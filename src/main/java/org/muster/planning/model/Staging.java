package org.muster.planning.model;

import java.util.List;

/**
 * How the stages of a problem depend on each other in time; see {@link StagedProblem}.
 *
 * @param makings offers that work during their stage
 * @param holds minutes that each stage's result rests, one a stage
 * @param answered minutes until those who were asked have answered
 * @param deadline minutes by which the last stage has ended
 */
public record Staging(List<Making> makings, List<Long> holds, long answered, long deadline) {

    public Staging {
        makings = List.copyOf(makings);
        holds = List.copyOf(holds);
    }

    public StagedProblem of(PlanProblem problem) {
        return new StagedProblem(problem, makings, holds, answered, deadline);
    }
}
