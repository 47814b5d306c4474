package org.muster.planning.solver;

/**
 * What exact solving may use.
 *
 * @param workers processes kept warm, so many problems are certified at once
 * @param megabytes the most address space a worker may have; beyond it the worker dies, and nothing else
 */
public record WorkerLimits(int workers, int megabytes) {

    public static final WorkerLimits MODEST = new WorkerLimits(1, 3_000);

    public WorkerLimits {
        if (workers < 1 || megabytes < 1) {
            throw new IllegalArgumentException("No worker can live on " + workers + " × " + megabytes + " MB");
        }
    }
}
