package org.muster.planning.solver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warm workers. A worker that answers goes back to the pool; one that died, or did not answer in time, is killed and replaced by the next who asks. Closing the
 * pool kills them all and removes what was unpacked.
 */
public final class WorkerPool implements AutoCloseable {

    /** Nobody is asked any more. */
    static final class Closed extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Closed() {
            super("The pool of workers is closed");
        }
    }

    private final WorkerLimits limits;
    private final Semaphore places;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> alive = ConcurrentHashMap.newKeySet();
    private @Nullable Path natives;
    private boolean closed;

    public WorkerPool(WorkerLimits limits) {
        this.limits = limits;
        places = new Semaphore(limits.workers());
    }

    /** Starts the workers, so that the first who asks does not wait for it. */
    public void warm() {
        for (int i = 0; i < limits.workers(); i++) {
            putBack(start());
        }
    }

    /** Empty when no worker is free in time, or the one asked died, ran out of time or was no longer wanted. */
    Optional<WorkerAnswer> ask(WorkerTask task, long nanos, BooleanSupplier stop) throws InterruptedException {
        long start = System.nanoTime();
        if (!places.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            Worker worker = take();
            Optional<WorkerAnswer> answer = Optional.empty();
            try {
                answer = worker.ask(task, nanos - (System.nanoTime() - start), stop);
            } finally {
                if (answer.isPresent() || worker.isStarting()) {
                    putBack(worker);
                } else {
                    end(worker);
                }
            }
            return answer;
        } finally {
            places.release();
        }
    }

    private synchronized Worker take() {
        Worker worker = idle.poll();
        while (worker != null && !worker.process().isAlive()) {
            end(worker);
            worker = idle.poll();
        }
        return worker != null ? worker : start();
    }

    private synchronized Worker start() {
        if (closed) {
            throw new Closed();
        }
        try {
            if (natives == null) {
                natives = NativeLibraries.unpack(Files.createTempDirectory("muster-solvers"));
            }
            Worker worker = Worker.start(NativeLibraries.classPath(), natives, limits.megabytes());
            alive.add(worker);
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException("No worker can be started", e);
        }
    }

    private synchronized void putBack(Worker worker) {
        if (closed) {
            end(worker);
        } else {
            idle.push(worker);
        }
    }

    private void end(Worker worker) {
        alive.remove(worker);
        worker.close();
    }

    /** The processes that live now. */
    List<ProcessHandle> processes() {
        return alive.stream().map(Worker::process).toList();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.clear();
        alive.forEach(this::end);
        if (natives != null) {
            try (Stream<Path> files = Files.walk(natives)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
