package io.github.hlr4j.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight threads that do the same at the same time, again and again. */
final class Crowd {

    private static final int THREADS = 8;
    private static final int ROUNDS = 300;

    private Crowd() {}

    /** Gives what each thread got, in any order. */
    static <R> List<R> all(Callable<R> task) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<R>>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return repeat(task);
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<List<R>> future : futures) {
                results.addAll(future.get());
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
}
