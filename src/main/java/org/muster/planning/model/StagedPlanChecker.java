package org.muster.planning.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Re-verifies a plan in stages: the rules without time by {@link PlanChecker}, the times here, from the problem alone. */
public final class StagedPlanChecker {

    /** All violations, none for a valid plan. */
    public static List<Violation> check(StagedProblem staged, StagedPlan found) {
        PlanProblem problem = staged.problem();
        List<Long> milestones = found.milestones();
        List<Violation> violations = new ArrayList<>();
        if (milestones.size() != problem.stages().size() + 1) {
            return List.of(new Violation(
                    Rule.STAGE_ORDER,
                    "milestones",
                    milestones.size(),
                    problem.stages().size() + 1L));
        }
        later(violations, "first stage", staged.answered(), milestones.get(0));
        later(violations, "deadline", milestones.get(milestones.size() - 1), staged.deadline());
        List<Stage> stages = new ArrayList<>();
        for (int k = 0; k < problem.stages().size(); k++) {
            later(violations, problem.stages().get(k).id(), milestones.get(k), milestones.get(k + 1));
            long end = milestones.get(k + 1) - staged.holds().get(k);
            stages.add(new Stage(problem.stages().get(k).id(), Math.max(0, end), false));
        }
        violations.addAll(PlanChecker.check(
                problem.withWindows(stages, problem.offers()), found.answer().plan()));
        making(staged, found, violations);
        Schedule schedule = Schedule.of(staged, found.answer().plan());
        later(violations, "release", schedule.released(), staged.deadline());
        return List.copyOf(violations);
    }

    /** Whoever works in a stage makes everything one after the other, and the last unit still has to get to where the next stage works. */
    private static void making(StagedProblem staged, StagedPlan found, List<Violation> violations) {
        PlanProblem problem = staged.problem();
        Map<Integer, Long> made = new HashMap<>();
        for (Leg leg : found.answer().plan().legs()) {
            made.merge(problem.arcs().get(leg.arc()).offer(), leg.quantity(), Math::addExact);
        }
        for (Making making : staged.makings()) {
            for (Leg leg : found.answer().plan().legs()) {
                Arc arc = problem.arcs().get(leg.arc());
                if (arc.offer() == making.offer()) {
                    int stage = problem.requirements().get(arc.requirement()).stage();
                    long end =
                            found.milestones().get(stage + 1) - staged.holds().get(stage);
                    long begins = found.milestones().get(stage);
                    long time = making.timeFor(made.getOrDefault(making.offer(), 0L));
                    later(violations, problem.offers().get(arc.offer()).id(), begins + time, end);
                }
            }
        }
    }

    private static void later(List<Violation> violations, String where, long found, long allowed) {
        if (found > allowed) {
            violations.add(new Violation(Rule.STAGE_ORDER, where, found, allowed));
        }
    }

    private StagedPlanChecker() {}
}
