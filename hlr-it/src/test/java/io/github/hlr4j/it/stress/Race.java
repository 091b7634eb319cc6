package io.github.hlr4j.it.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs things at the same moment, as nearly as threads can, and gives what each of them gave. */
final class Race {

    private static final int PATIENCE_SECONDS = 30;

    private final ExecutorService executor;

    Race(ExecutorService executor) {
        this.executor = executor;
    }

    /** Returns when all are over; one that takes too long, or throws, fails the race. */
    <T> List<T> run(List<Callable<T>> runners) {
        CyclicBarrier start = new CyclicBarrier(runners.size());
        List<Future<T>> running = runners.stream()
                .map(runner -> executor.submit(() -> {
                    await(start);
                    return runner.call();
                }))
                .toList();
        List<T> ends = new ArrayList<>();
        for (Future<T> each : running) {
            ends.add(endOf(each));
        }
        return ends;
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("a runner did not start", e);
        }
    }

    private static <T> T endOf(Future<T> runner) {
        try {
            return runner.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a runner did not arrive", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runners were under way", e);
        }
    }
}
