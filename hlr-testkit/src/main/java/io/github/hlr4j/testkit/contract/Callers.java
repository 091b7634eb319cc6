package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.testkit.ManualTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Callers of a quota, each in a thread of its own. */
final class Callers {

    private final ManualTicker ticker;
    private final List<Caller> callers = new ArrayList<>();
    private int waiting;

    Callers(ManualTicker ticker) {
        this.ticker = ticker;
    }

    /** Sends one caller more and returns when that one waits for the ticker; fails if it is answered instead. */
    Caller oneWhoWaits(RequestQuota quota, Duration longestWait) {
        Caller caller = one(quota, longestWait);
        waiting++;
        CompletableFuture<Void> waits = CompletableFuture.runAsync(
                () -> ticker.awaitWaiters(waiting), task -> start("observer-of-callers", task));
        CompletableFuture.anyOf(waits, caller).handle((any, failure) -> any).join();
        assertThat(caller).as("a caller who has to wait").isNotDone();
        waits.join();
        return caller;
    }

    /** Sends several, none of whom asks before all are there. */
    List<Caller> together(int count, RequestQuota quota, Duration longestWait) {
        CountDownLatch missing = new CountDownLatch(count);
        RequestQuota joint = wait -> {
            missing.countDown();
            missing.await();
            return quota.acquire(wait);
        };
        return Stream.generate(() -> one(joint, longestWait)).limit(count).toList();
    }

    /** Sends away who is still waiting. */
    void dismiss() {
        callers.forEach(Caller::interrupt);
    }

    private Caller one(RequestQuota quota, Duration longestWait) {
        Caller caller = new Caller(quota, longestWait);
        callers.add(caller);
        return caller;
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The permit that a caller gets, or the exception. */
    static final class Caller extends CompletableFuture<Permit> {

        private final Thread thread;

        private Caller(RequestQuota quota, Duration longestWait) {
            thread = start("caller", () -> call(quota, longestWait));
        }

        void interrupt() {
            thread.interrupt();
        }

        private void call(RequestQuota quota, Duration longestWait) {
            try {
                complete(quota.acquire(longestWait));
            } catch (InterruptedException | RuntimeException e) {
                completeExceptionally(e);
            }
        }
    }
}
