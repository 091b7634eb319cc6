package io.github.hlr4j.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight threads that do something at the same time. */
final class Crowd {

    static final int THREADS = 8;

    private static final int ROUNDS = 300;

    private Crowd() {}

    /** Does the same again and again in each thread; gives what each thread got, in any order. */
    static <R> List<R> all(Callable<R> task) throws InterruptedException, ExecutionException {
        return each(thread -> repeat(task)).stream().flatMap(List::stream).toList();
    }

    /** Does a task once in each thread, which is told its number; gives what the threads got, in their order. */
    static <R> List<R> each(Task<R> task) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<R>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.run(thread);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> List<R> repeat(Callable<R> task) throws Exception {
        List<R> results = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            results.add(task.call());
        }
        return results;
    }

    /** What one of the threads does. */
    @FunctionalInterface
    interface Task<R> {
        R run(int thread) throws Exception;
    }
}
