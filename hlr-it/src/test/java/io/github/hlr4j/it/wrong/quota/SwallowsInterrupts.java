package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;
import java.time.Duration;

/** Goes on waiting after an interrupt. */
final class SwallowsInterrupts extends SpoiltQuota {

    SwallowsInterrupts(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    Permit take(Duration longestWait) throws InterruptedException {
        try {
            return right.acquire(longestWait);
        } catch (InterruptedException e) {
            return right.acquire(longestWait);
        }
    }
}
