package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** Lets nobody release a permit but the thread that took it, as a lock does. */
final class BelongsToItsThread extends SpoiltQuota {

    BelongsToItsThread(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    Permit take(Duration longestWait) throws InterruptedException {
        Thread owner = Thread.currentThread();
        Permit permit = right.acquire(longestWait);
        return usage -> {
            if (Thread.currentThread() != owner) {
                throw new IllegalMonitorStateException("not the owner");
            }
            permit.release(usage);
        };
    }
}
