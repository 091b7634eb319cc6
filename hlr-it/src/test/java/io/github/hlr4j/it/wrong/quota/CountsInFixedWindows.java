package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.QuotaException;
import io.github.hlr4j.spi.RequestQuota;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The rate limiter of every tutorial: a counter that begins anew each minute, so that two minutes' requests may meet. */
final class CountsInFixedWindows implements RequestQuota {

    private final Rate rate;
    private final Ticker ticker;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition nextWindow = lock.newCondition();
    private long windowBegan;
    private int requests;

    CountsInFixedWindows(Rate rate, Ticker ticker) {
        this.rate = rate;
        this.ticker = ticker;
        this.windowBegan = ticker.nanos();
    }

    @Override
    public Permit acquire(Duration longestWait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long deadline = ticker.nanos() + longestWait.toNanos();
            while (requests == rate.requests()) {
                awaitNextWindow(deadline);
            }
            requests++;
            return usage -> {};
        } finally {
            lock.unlock();
        }
    }

    private void awaitNextWindow(long deadline) throws InterruptedException {
        long end = windowBegan + rate.window().toNanos();
        long now = ticker.nanos();
        if (now >= end) {
            windowBegan = now;
            requests = 0;
        } else if (end > deadline) {
            throw new QuotaException("the next window begins too late");
        } else {
            ticker.await(nextWindow, end - now);
        }
    }
}
