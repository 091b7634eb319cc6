package io.github.hlr4j.it.wrong.quota;

import io.github.hlr4j.quota.Rate;
import io.github.hlr4j.spi.Ticker;

/** Takes a 429 for an answer like any other. */
final class IgnoresA429 extends SpoiltQuota {

    IgnoresA429(Rate rate, Ticker ticker) {
        super(rate, ticker);
    }

    @Override
    void release(Permit permit, Usage usage) {
        permit.release(usage == Usage.THROTTLED ? Usage.ANSWERED : usage);
    }
}
