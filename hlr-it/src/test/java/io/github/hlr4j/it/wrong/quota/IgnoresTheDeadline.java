package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** Waits for as long as it takes. */
final class IgnoresTheDeadline extends SpoiltQuota {

    IgnoresTheDeadline(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    Permit take(Duration longestWait) throws InterruptedException {
        return right.acquire(Duration.ofDays(1));
    }
}
