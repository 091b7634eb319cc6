package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Does not know its permits apart, as a semaphore does not: a second release gives back another caller's. */
final class ReleasesWhicheverPermit extends SpoiltQuota {

    private final Queue<Permit> taken = new ConcurrentLinkedQueue<>();

    ReleasesWhicheverPermit(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    Permit take(Duration longestWait) throws InterruptedException {
        Permit permit = right.acquire(longestWait);
        taken.add(permit);
        return permit;
    }

    @Override
    void release(Permit permit, Usage usage) {
        taken.remove().release(usage);
    }
}
