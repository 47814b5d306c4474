package org.muster.planning.solver;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main of a process of its own, where native solvers may crash, hang or eat memory without harm to the server: tasks come in line by line, answers go out
 * line by line, and whoever started it may kill it at any moment. Ends when its input ends, in the middle of a task too, so that it never outlives the server.
 */
public final class SolverWorker {

    public static void main(String[] arguments) throws InterruptedException {
        System.loadLibrary("jniortools");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BlockingQueue<String> tasks = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(tasks), "tasks");
        reader.setDaemon(true);
        reader.start();
        out.println(WorkerLanguage.MARK + "ready");
        while (true) {
            WorkerTask task = WorkerLanguage.read(tasks.take(), WorkerTask.class);
            out.println(WorkerLanguage.MARK + WorkerLanguage.write(answer(task)));
        }
    }

    private static void read(BlockingQueue<String> tasks) {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                tasks.add(line);
            }
        } catch (IOException serverIsGone) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }

    private static WorkerAnswer answer(WorkerTask task) {
        var in = new Instance(task.problem());
        return task.engine() == Engine.CP_SAT
                ? new AssignmentProgram(in, task).solve()
                : new MixedIntegerProgram(in, task).solve();
    }

    private SolverWorker() {}
}
