package org.muster.planning.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When everything in a plan happens if nothing waits longer than it must.
 *
 * @param tasks all of them, by stage
 * @param criticalPath those that decide when the last stage ends, each beginning when the one before it ends
 * @param allocated minutes until everybody has answered
 * @param firstGoodPiece minutes until the last stage that makes anything has made one; the end where nothing is made
 * @param released minutes until the last hold has ended
 */
public record Schedule(List<Task> tasks, List<Task> criticalPath, long allocated, long firstGoodPiece, long released) {

    public Schedule {
        tasks = List.copyOf(tasks);
        criticalPath = List.copyOf(criticalPath);
    }

    public static Schedule of(StagedProblem staged, Plan plan) {
        PlanProblem problem = staged.problem();
        Map<Integer, Making> makings = staged.makingByOffer();
        Map<Integer, Long> made = new HashMap<>();
        plan.legs().forEach(leg -> made.merge(problem.arcs().get(leg.arc()).offer(), leg.quantity(), Math::addExact));

        List<Task> tasks = new ArrayList<>();
        Task answer = new Task(Task.Kind.ANSWER, 0, -1, 0, staged.answered());
        tasks.add(answer);
        long ready = staged.answered();
        long firstGoodPiece = -1;
        List<Task> path = new ArrayList<>(List.of(answer));
        for (int k = 0; k < problem.stages().size(); k++) {
            long begins = ready;
            Task slowest = null;
            long first = Long.MAX_VALUE;
            for (Leg leg : plan.legs()) {
                Arc arc = problem.arcs().get(leg.arc());
                Making making = makings.get(arc.offer());
                if (stageOf(problem, arc) != k) {
                    continue;
                }
                if (making == null) {
                    Task arrival = new Task(Task.Kind.ARRIVAL, k, leg.arc(), 0, arc.arrival());
                    tasks.add(arrival);
                    slowest = later(slowest, arrival);
                } else {
                    long time = making.timeFor(made.getOrDefault(arc.offer(), 0L));
                    Task work = new Task(Task.Kind.MAKING, k, leg.arc(), begins, begins + time);
                    tasks.add(work);
                    slowest = later(slowest, work);
                    first = Math.min(first, begins + making.timeFor(1) - making.transport());
                }
            }
            if (first < Long.MAX_VALUE) {
                firstGoodPiece = first;
            }
            if (slowest != null && slowest.ends() > ready) {
                // What arrives from stock waits for nobody, so the path begins with it.
                path = slowest.kind() == Task.Kind.ARRIVAL ? new ArrayList<>() : path;
                path.add(slowest);
                ready = slowest.ends();
            }
            if (staged.holds().get(k) > 0 && slowest != null) {
                Task hold = new Task(
                        Task.Kind.HOLD, k, -1, ready, ready + staged.holds().get(k));
                tasks.add(hold);
                path.add(hold);
                ready = hold.ends();
            }
        }
        return new Schedule(tasks, path, staged.answered(), firstGoodPiece < 0 ? ready : firstGoodPiece, ready);
    }

    private static int stageOf(PlanProblem problem, Arc arc) {
        return problem.requirements().get(arc.requirement()).stage();
    }

    private static Task later(@Nullable Task one, Task other) {
        return one == null || other.ends() > one.ends() ? other : one;
    }
}
