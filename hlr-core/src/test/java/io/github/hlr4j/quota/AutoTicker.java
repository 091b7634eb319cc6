package io.github.hlr4j.quota;

import io.github.hlr4j.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** Time that passes only while somebody waits, and then at once: for one thread. */
final class AutoTicker implements Ticker {

    private long nanos = Long.MAX_VALUE - 1_000; // an origin means nothing, overflowing included

    private final long origin = nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void await(Condition condition, long wait) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        nanos += wait;
    }

    void pass(Duration time) {
        nanos += time.toNanos();
    }

    Duration elapsed() {
        return Duration.ofNanos(nanos - origin);
    }
}
