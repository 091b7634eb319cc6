package io.github.hlr4j.quota;

import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes when a test says so, and tells when a thread has begun to wait: for many threads. */
final class ManualTicker implements Ticker {

    private final AtomicLong nanos = new AtomicLong();
    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore begun = new Semaphore(0);
    private final boolean restless;

    /** Time in which whoever waits wakes up early, again and again, to look whether the test moved it. */
    ManualTicker() {
        this(true);
    }

    private ManualTicker(boolean restless) {
        this.restless = restless;
    }

    /** Time in which whoever waits sleeps until somebody wakes him, however long that takes. */
    static ManualTicker untilWoken() {
        return new ManualTicker(false);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public void await(Condition condition, long wait) throws InterruptedException {
        if (waiting.add(Thread.currentThread())) {
            begun.release();
        }
        if (restless) {
            condition.await(1, TimeUnit.MILLISECONDS);
        } else {
            condition.await();
        }
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Returns once another thread waits for its turn. */
    void awaitWaiter() throws InterruptedException {
        begun.acquire();
    }
}
