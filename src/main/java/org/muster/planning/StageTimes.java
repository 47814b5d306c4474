package org.muster.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.StagedPlan;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.solver.LagrangianPlanner;
import org.muster.planning.solver.StagedPlanner;

/** When the stages of an order can be over if nothing else competes for what it takes; thought out while the caller waits. */
public final class StageTimes {

    private StageTimes() {}

    /**
     * For each stage, minutes after the start by which all that it takes is there. Empty where the stages wait for nothing, or nobody can give what they
     * take.
     */
    public static Optional<List<Long>> of(PlanOrder order, Duration within) {
        Effort usual = order.problem().effort();
        Effort hurried = new Effort(usual.seed(), within, usual.threads(), Effort.UNTIL_TIME_IS_UP, usual.gapGoal());
        return order.with(hurried).staged().flatMap(StageTimes::of);
    }

    private static Optional<List<Long>> of(StagedProblem staged) {
        StagedPlan found = new StagedPlanner(new LagrangianPlanner()).plan(staged, PlanWatcher.NOBODY);
        if (found.answer().plan().legs().isEmpty()) {
            return Optional.empty();
        }
        List<Long> there = new ArrayList<>();
        for (int k = 0; k < staged.holds().size(); k++) {
            there.add(found.milestones().get(k + 1) - staged.holds().get(k));
        }
        return Optional.of(there);
    }
}
