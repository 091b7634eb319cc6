package io.github.hlr4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.RequestQuota.Permit;
import io.github.hlr4j.testkit.ManualTicker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Callers of a quota, each in a thread of its own, and what each of them is answered. */
final class Callers {

    private final ManualTicker ticker;
    private final Map<CompletableFuture<Permit>, Thread> threads = new LinkedHashMap<>();
    private int waiting;

    Callers(ManualTicker ticker) {
        this.ticker = ticker;
    }

    /** Sends one caller more and returns when that one waits for the ticker; fails if it is answered instead. */
    CompletableFuture<Permit> oneWhoWaits(RequestQuota quota, Duration longestWait) {
        CompletableFuture<Permit> caller = one(quota, longestWait);
        waiting++;
        CompletableFuture<Void> waits = CompletableFuture.runAsync(
                () -> ticker.awaitWaiters(waiting), task -> start("observer-of-callers", task));
        CompletableFuture.anyOf(waits, caller).handle((any, failure) -> any).join();
        assertThat(caller).as("a caller who has to wait").isNotDone();
        waits.join();
        return caller;
    }

    /** Sends several, none of whom asks before all are there. */
    List<CompletableFuture<Permit>> together(int count, RequestQuota quota, Duration longestWait) {
        CountDownLatch missing = new CountDownLatch(count);
        RequestQuota joint = wait -> {
            missing.countDown();
            missing.await();
            return quota.acquire(wait);
        };
        return Stream.generate(() -> one(joint, longestWait)).limit(count).toList();
    }

    void interrupt(CompletableFuture<Permit> caller) {
        threads.get(caller).interrupt();
    }

    /** Sends away who is still waiting. */
    void dismiss() {
        threads.values().forEach(Thread::interrupt);
    }

    private CompletableFuture<Permit> one(RequestQuota quota, Duration longestWait) {
        CompletableFuture<Permit> answer = new CompletableFuture<>();
        threads.put(answer, start("caller", () -> {
            try {
                answer.complete(quota.acquire(longestWait));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }));
        return answer;
    }

    private static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
