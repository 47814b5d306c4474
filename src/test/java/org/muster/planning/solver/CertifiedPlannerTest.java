package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muster.planning.benchmark.NaiveGreedy;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.ProvenPlan;
import org.muster.testing.BesideOthers;

@BesideOthers
class CertifiedPlannerTest {

    private static final Effort SHORT = new Effort(1, Duration.ofSeconds(60), 1, 1, 0);

    private static WorkerPool workers;

    @BeforeAll
    static void startWorkers() {
        workers = new WorkerPool(WorkerLimits.MODEST);
        workers.warm();
    }

    @AfterAll
    static void stopWorkers() {
        workers.close();
    }

    /** The search is given one round and neither cases nor enumeration, so that the worker has to prove most of it. */
    @Test
    void on_hundreds_of_tiny_problems_the_worker_proves_the_optimum() {
        var tiny = new TinyProblems(515);
        int proved = 0;
        int problems = 300;
        for (int i = 0; i < problems; i++) {
            PlanProblem problem = tiny.next(0);
            ProvenPlan answer = certified(problem, workers);
            long optimum = BruteForce.leastCost(problem);
            assertThat(PlanChecker.check(problem, answer.plan()))
                    .as("%s", problem)
                    .isEmpty();
            assertThat(answer.bound()).as("bound of %s", problem).isLessThanOrEqualTo(optimum);
            if (answer.optimal()) {
                assertThat(answer.plan().cost().total()).as("%s", problem).isEqualTo(optimum);
                proved++;
            }
        }
        // Pins that take more than is usable leave the worker a relaxation.
        assertThat(proved).isGreaterThan(problems * 95 / 100);
    }

    @Test
    void undivided_needs_without_charges_are_proved_as_an_assignment() {
        var random = new SplittableRandom(9);
        var story = aProblem().effort(SHORT);
        for (int need = 0; need < 20; need++) {
            story.need("need " + need, random.nextLong(5, 25), 1000).undivided("need " + need);
        }
        for (int line = 0; line < 5; line++) {
            story.offer("line " + line, 55);
            for (int need = 0; need < 20; need++) {
                story.fits("need " + need, random.nextLong(1, 60));
            }
        }
        PlanProblem problem = story.problem();
        assertThat(Engine.forInstance(new Instance(problem))).isEqualTo(Engine.CP_SAT);
        ProvenPlan answer = certified(problem, workers);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
        assertThat(answer.netGap()).isLessThan(1e-6);
    }

    @Test
    void what_changeovers_leave_open_is_closed() {
        PlanProblem problem = market(12, 30).effort(SHORT).problem();
        ProvenPlan open = new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY);
        ProvenPlan answer = certified(problem, workers);
        assertThat(open.netGap()).isGreaterThan(1e-4);
        assertThat(answer.netGap()).isLessThan(1e-6);
        assertThat(answer.bound()).isGreaterThanOrEqualTo(open.bound());
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
    }

    @Test
    void a_worker_that_is_killed_leaves_the_plan_of_the_search_with_its_gap() throws InterruptedException {
        PlanProblem problem = market(90, 80).effort(SHORT).problem();
        ProvenPlan open = new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY);
        try (var mortal = new WorkerPool(WorkerLimits.MODEST)) {
            mortal.warm();
            ProcessHandle victim = mortal.processes().get(0);
            List<ProvenPlan> answers = new ArrayList<>();
            Thread planning = new Thread(() -> answers.add(certified(problem, mortal)));
            planning.start();
            while (victim.info().totalCpuDuration().orElseThrow().toMillis() < 1000 && planning.isAlive()) {
                Thread.onSpinWait();
            }
            victim.destroyForcibly();
            planning.join();
            assertThat(answers).containsExactly(open);
            assertThat(mortal.processes()).isEmpty();

            ProvenPlan next = certified(market(12, 30).effort(SHORT).problem(), mortal);
            assertThat(next.netGap()).isLessThan(1e-6);
            assertThat(mortal.processes()).hasSize(1).doesNotContain(victim);
        }
    }

    @Test
    void a_worker_that_takes_too_long_is_killed_and_the_plan_stands() {
        var effort = new Effort(1, Duration.ofMillis(700), 1, 1, 0);
        PlanProblem problem = market(90, 80).effort(effort).problem();
        try (var slow = new WorkerPool(WorkerLimits.MODEST)) {
            slow.warm();
            ProcessHandle victim = slow.processes().get(0);
            long start = System.nanoTime();
            ProvenPlan answer = certified(problem, slow);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
            victim.onExit().join();
            assertThat(slow.processes()).isEmpty();
        }
    }

    @Test
    void a_worker_that_is_not_ready_in_time_is_there_for_the_next_who_asks() throws InterruptedException {
        PlanProblem problem = market(12, 30).effort(SHORT).problem();
        ProvenPlan open = new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY);
        var task = new WorkerTask(Engine.forInstance(new Instance(problem)), problem, open.plan(), open.bound(), 60);
        try (var young = new WorkerPool(WorkerLimits.MODEST)) {
            assertThat(young.ask(task, 1, () -> false)).isEmpty();
            List<ProcessHandle> starting = young.processes();
            assertThat(starting).hasSize(1);
            assertThat(young.ask(task, Duration.ofMinutes(1).toNanos(), () -> false))
                    .isPresent();
            assertThat(young.processes()).isEqualTo(starting);
        }
    }

    @Test
    void nobody_is_asked_who_could_not_answer_in_time() {
        var effort = new Effort(1, Duration.ofMillis(50), 1, 1, 0);
        PlanProblem problem = market(12, 30).effort(effort).problem();
        try (var asleep = new WorkerPool(WorkerLimits.MODEST)) {
            assertThat(PlanChecker.check(problem, certified(problem, asleep).plan()))
                    .isEmpty();
            assertThat(asleep.processes()).isEmpty();
        }
    }

    @Test
    void a_worker_without_memory_dies_alone() {
        PlanProblem problem = market(12, 30).effort(SHORT).problem();
        try (var poor = new WorkerPool(new WorkerLimits(1, 200))) {
            ProvenPlan answer = certified(problem, poor);
            assertThat(answer).isEqualTo(new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY));
            assertThat(poor.processes()).isEmpty();
        }
    }

    @Test
    void where_no_worker_can_be_had_the_plan_of_the_search_stands() {
        PlanProblem problem = market(12, 30).effort(SHORT).problem();
        var closed = new WorkerPool(WorkerLimits.MODEST);
        closed.close();
        assertThat(certified(problem, closed)).isEqualTo(new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY));
    }

    /** What greedy, the search with other seeds and the exact solvers find is never below a bound that any of them proved. */
    @Test
    void no_bound_passes_a_plan_that_anybody_finds() {
        for (int works = 8; works <= 20; works += 4) {
            PlanProblem problem = market(works, 2 * works)
                    .effort(new Effort(1, Duration.ofSeconds(20), 1, 10, 0))
                    .problem();
            List<ProvenPlan> proven = List.of(
                    certified(problem, workers),
                    new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY),
                    new LagrangianPlanner(0).plan(problem.with(Effort.ofRounds(9, 3, 2)), PlanWatcher.NOBODY),
                    new ExactSolverAlone(workers).plan(problem, PlanWatcher.NOBODY));
            long highest = proven.stream().mapToLong(ProvenPlan::bound).max().orElseThrow();
            List<Plan> plans =
                    new ArrayList<>(proven.stream().map(ProvenPlan::plan).toList());
            plans.add(NaiveGreedy.plan(problem));
            assertThat(plans).allSatisfy(plan -> {
                assertThat(PlanChecker.check(problem, plan)).isEmpty();
                assertThat(plan.cost().total()).isGreaterThanOrEqualTo(highest);
            });
        }
    }

    @Test
    void nobody_waits_for_a_worker_when_the_planning_is_cancelled() {
        PlanProblem problem = market(90, 80).effort(SHORT).problem();
        var impatient = new PlanWatcher() {
            private int asked;

            @Override
            public void improved(ProvenPlan best) {}

            @Override
            public synchronized boolean cancelled() {
                return ++asked > 100;
            }
        };
        try (var pool = new WorkerPool(WorkerLimits.MODEST)) {
            ProvenPlan answer = new CertifiedPlanner(pool, new LagrangianPlanner(0)).plan(problem, impatient);
            assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
            assertThat(pool.processes()).isEmpty();
        }
    }

    /** Whatever the tests above did, no native solver came into this process. */
    @Test
    void native_solvers_stay_out_of_this_process() throws IOException {
        certified(market(12, 30).effort(SHORT).problem(), workers);
        Path maps = Path.of("/proc/self/maps");
        if (Files.exists(maps)) {
            assertThat(Files.readString(maps)).doesNotContain("ortools");
        }
        assertThat(workers.processes()).allMatch(ProcessHandle::isAlive);
    }

    private static ProvenPlan certified(PlanProblem problem, WorkerPool pool) {
        return new CertifiedPlanner(pool, new LagrangianPlanner(0)).plan(problem, PlanWatcher.NOBODY);
    }

    /** Works with a changeover each that serve customers: the more works, the longer a proof takes. */
    private static ProblemStory market(int works, int needs) {
        var random = new SplittableRandom(3);
        var story = aProblem();
        for (int need = 0; need < needs; need++) {
            story.need("need " + need, random.nextLong(20, 200), 1_000_000);
        }
        for (int w = 0; w < works; w++) {
            story.offer("works " + w, 600).charge(random.nextLong(200_000, 600_000));
            for (int need = 0; need < needs; need++) {
                story.fits("need " + need, random.nextLong(1_000, 9_000));
            }
        }
        return story;
    }
}
